import type { DocumentFields, StatedData } from '../document/index.ts';
import { type PrintedLine, withoutSuffix } from '../print/index.ts';
import { isName, isNumber } from './compare-data-page.ts';
import { printedIssuer } from './compare-issuer.ts';
import { valuesOf } from './labeled-values.ts';
import { dateIn, isoDate } from './printed-dates.ts';

/**
 * What a page states by its print alone, each field beside its own label: for a passport whose zone no reader reads. OCR
 * misreads, and there is nothing to compare with: a person has to look, and the office's record decides.
 */
export function readPrintedPage(lines: readonly PrintedLine[]): StatedData | undefined {
  const names = printedNames(lines);
  const birthDate = printedDate('birthDate', lines);
  const [number] = valuesOf('documentNumber', lines, isNumber);
  const issuerId = printedIssuer(lines);
  if (!names || !birthDate || !number || !issuerId) return undefined;
  const expiryDate = printedDate('expiryDate', lines);
  const issueDate = printedDate('issueDate', lines);
  const fields = {
    ...names,
    birthDate,
    documentNumber: number.text.replaceAll(' ', ''),
    ...(issueDate && { issueDate }),
    ...(expiryDate && { expiryDate }),
  };
  return { fields, issuerId };
}

type Names = Pick<DocumentFields, 'familyName' | 'givenName' | 'middleName' | 'suffix'>;

function printedNames(lines: readonly PrintedLine[]): Names | undefined {
  const [whole] = valuesOf('familyName', lines, isName);
  const unsuffixed = lines.map((line) => withoutSuffix(line, undefined));
  const [family] = valuesOf('familyName', unsuffixed, isName);
  const [givenNames] = valuesOf('givenName', unsuffixed, isName);
  if (!whole || !family || !givenNames) return undefined;
  const [given = '', ...middle] = givenNames.text.trim().split(/\s+/);
  const suffix = whole.text.slice(family.text.length).replaceAll(/[ ,.]/g, '');
  return {
    familyName: family.text.trim(),
    givenName: given,
    ...(middle.length > 0 && { middleName: middle.join(' ') }),
    ...(suffix && { suffix }),
  };
}

function printedDate(
  field: 'birthDate' | 'issueDate' | 'expiryDate',
  lines: readonly PrintedLine[],
): string | undefined {
  const [value] = valuesOf(field, lines, (text) => dateIn({ text, certainty: [] }) !== undefined);
  const date = value && dateIn(value);
  return date && isoDate(date.text);
}
