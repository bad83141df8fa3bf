import { type FieldName, type ParseResult, parse } from 'mrz';
import { z } from 'zod';
import { err, ok, type Result } from '../../../kernel/index.ts';
import type { DocumentFields } from '../document/index.ts';
import { isMadeUpState, isState } from './issuing-states.ts';
import { dateBefore, dateNear } from './mrz-dates.ts';
import { splitNames } from './mrz-names.ts';
import type { MrzProblem, MrzReading } from './mrz-reading.ts';

/** Which zone a document has: a passport book's two lines of 44 (TD3), a passport card's three of 30 (TD1). */
export interface MrzFormat {
  readonly format: 'TD1' | 'TD3';
  readonly lines: number;
  readonly cells: number;
  /** What its document code is (ICAO 9303-4, 4.2.2.1; 9303-5, 4.2.2.1). */
  readonly code: RegExp;
}

/**
 * Reads the lines of a zone (D3). Where a field holds digits alone or letters alone, a look-alike of the other sort is read as
 * what may stand there (O and 0, I and 1, B and 8, S and 5, Z and 2, G and 6), and nothing else is changed: a check digit
 * that is another is said, and no number is made to fit it. `today` decides the century of two-digit years.
 */
export function readMrz(
  lines: readonly string[],
  { format, cells, lines: count, code }: MrzFormat,
  today: string,
): Result<MrzReading, Exclude<MrzProblem, 'no-zone'>> {
  if (lines.length !== count || lines.some((line) => line.length !== cells)) return err('zone-unreadable');
  const parsed = parsedAs(format, lines);
  if (!parsed) return err('zone-unreadable');
  const failed = parsed.details.some(({ field, valid }) => field?.endsWith('CheckDigit') && !valid);
  if (failed) return err('check-digit');
  if (!code.test(corrected(parsed, 'documentCode'))) return err('another-document');
  const reading = readingOf(parsed, today);
  return reading ? ok(reading) : err('zone-unreadable');
}

function parsedAs(format: MrzFormat['format'], lines: readonly string[]): ParseResult | undefined {
  try {
    const parsed = parse([...lines], { autocorrect: true });
    return parsed.format === format ? parsed : undefined;
  } catch {
    return undefined; // of no length or signs that a zone has
  }
}

/** A field as it stands in the zone, look-alikes read as what may stand there. */
const corrected = ({ details }: ParseResult, field: FieldName): string =>
  (details.find((one) => one.field === field)?.ranges[0] as { raw?: string } | undefined)?.raw ?? '';

/** No check digit covers it: a letter that was misread, or made up, mostly leaves no code that ICAO lists. */
const stateCode = z.string().refine((code) => isState(code) || isMadeUpState(code));

const sexes: Readonly<Record<string, DocumentFields['sex']>> = { male: 'male', female: 'female' };

function readingOf(parsed: ParseResult, today: string): MrzReading | undefined {
  const { fields, documentNumber } = parsed;
  const names = splitNames(corrected(parsed, 'lastName'));
  const issuer = stateCode.safeParse(corrected(parsed, 'issuingState').replaceAll('<', ''));
  const birthDate = dateBefore(fields.birthDate, today);
  const expiryDate = dateNear(fields.expirationDate, today);
  if (!names || !issuer.success || !birthDate || !expiryDate || !documentNumber) return undefined;
  const { isTruncated, ...named } = names;
  return {
    fields: {
      ...named,
      birthDate,
      expiryDate,
      documentNumber,
      ...(fields.sex && { sex: sexes[fields.sex] ?? 'unspecified' }),
    },
    issuerId: issuer.data,
    isTruncated,
  };
}
