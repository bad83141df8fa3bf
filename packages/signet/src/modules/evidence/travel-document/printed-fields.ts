import type { MrzReading } from '../mrz/index.ts';
import { type LabeledText, type PrintedLine, withoutSuffix } from '../print/index.ts';
import { isName, printedIssueDate } from './compare-data-page.ts';
import { valuesOf } from './labeled-values.ts';
import { spelledName } from './printed-names.ts';

/** The reading with what print knows better: names that the zone had no room or no letter for, and the day of issue. */
export function asPrinted(reading: MrzReading, printed: readonly PrintedLine[]): MrzReading {
  const { fields } = reading;
  const lines = printed.map((line) => withoutSuffix(line, fields.suffix));
  const issueDate = printedIssueDate(lines);
  const [family] = valuesOf('familyName', lines, isName);
  const [given] = valuesOf('givenName', lines, isName);
  const { middleName: _, ...others } = fields;
  return {
    ...reading,
    fields: {
      ...others,
      familyName: spelledName(fields.familyName, family, reading),
      ...givenNames(reading, given),
      ...(issueDate && { issueDate }),
    },
  };
}

/** Print has the given names in one line: the first of them is the given one, as in the zone. */
function givenNames(
  reading: MrzReading,
  printed: LabeledText | undefined,
): { readonly givenName: string; readonly middleName?: string } {
  const { givenName, middleName } = reading.fields;
  if (givenName === '') return { givenName };
  const stated = [givenName, middleName].filter(Boolean).join(' ');
  const [first = givenName, ...others] = spelledName(stated, printed, reading).split(/ +/);
  return { givenName: first, ...(others.length > 0 && { middleName: others.join(' ') }) };
}
