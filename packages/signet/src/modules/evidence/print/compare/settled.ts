import type { ComparedField, DocumentFields } from '../../document/index.ts';
import { comparePostalCodesUnderStreet, compareStreetLine } from './compare-address.ts';
import { compareNames } from './compare-names.ts';
import { compareLabeledDates, compareLabeledNumbers } from './compare-numbers.ts';
import type { Agreement } from './compare-values.ts';
import { saysAamvaCard, saysSpecimen } from './print-kind.ts';
import { type PrintedLine, UNREAD } from './printed-line.ts';

/**
 * Whether nothing that is concluded from a page could change, whatever its unread lines say. Each conclusion is settled
 * only by what no other line takes back: a name or street that is the same, a value that is the same beside its own label,
 * the words of a license, SPECIMEN. Everything else (`close`, `differs`, a value without a label, no SPECIMEN) waits for
 * all lines.
 */
export function isSettled(fields: DocumentFields | undefined, lines: readonly PrintedLine[]): boolean {
  return saysSpecimen(lines) && saysAamvaCard(lines) && openFields(fields, lines).length === 0;
}

/** The compared fields that another line could still decide. */
export function openFields(
  fields: DocumentFields | undefined,
  lines: readonly PrintedLine[],
): ComparedField[] {
  if (!fields) return [];
  const names = compareNames(
    fields,
    lines.filter(({ text }) => text !== UNREAD),
  );
  const isOpen: Record<ComparedField, boolean> = {
    familyName: names.familyName !== 'same',
    givenName: fields.givenName !== '' && names.givenName !== 'same',
    birthDate: noneSame(compareLabeledDates(fields.birthDate, 'birthDate', fields, lines)),
    documentNumber: noneSame(compareLabeledNumbers(fields.documentNumber, lines)),
    expiryDate:
      fields.expiryDate !== undefined &&
      noneSame(compareLabeledDates(fields.expiryDate, 'expiryDate', fields, lines)),
    street: fields.street !== undefined && compareStreetLine(fields.street, lines) !== 'same',
    postalCode:
      fields.postalCode !== undefined &&
      noneSame(comparePostalCodesUnderStreet(fields.postalCode, fields, lines)),
    issuer: false,
  };
  return (Object.keys(isOpen) as ComparedField[]).filter((field) => isOpen[field]);
}

const noneSame = (agreements: readonly Agreement[]) => !agreements.includes('same');
