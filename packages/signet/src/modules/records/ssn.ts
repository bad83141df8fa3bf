import { err, ok, type Result } from '../../kernel/index.ts';

declare const brand: unique symbol;
/** A social security number that could be one: nine digits, no dashes. */
export type Ssn = string & { readonly [brand]: 'Ssn' };

/** Which numbers are taken: in the sandbox only those that nobody was ever given, outside it only the others. */
export type NumberProfile = 'sandbox' | 'production';

/** Why a typed number was not taken. The words a person reads come from the locale by this code. */
export type SsnProblem =
  | 'empty'
  | 'not-nine-digits'
  | 'itin' // a taxpayer number of another type (D6), not a bad SSN
  | 'never-issued' // area, group or serial that no number has (D5)
  | 'not-for-sandbox'; // a number that somebody could really have (D7)

/** AAA-GG-SSSS, AAA GG SSSS or nine digits; nothing else, so that a slip is seen and not repaired. */
const written = /^(\d{3})([- ]?)(\d{2})\2(\d{4})$/;

/**
 * Reads a typed SSN. D5: refuses area 000, 666 and 900-999, group 00 and serial 0000, and checks no geography.
 * D7: the sandbox takes *only* areas 666 and 900-999, so that nobody tests with a number that someone has.
 */
export function parseSsn(typed: string, profile: NumberProfile): Result<Ssn, SsnProblem> {
  const text = plainDashes(typed);
  if (text === '') return err('empty');
  const parts = written.exec(text);
  const [, area, , group, serial] = parts ?? [];
  if (!area || !group || !serial) return err('not-nine-digits');
  if (group === '00' || serial === '0000') return err('never-issued');
  const digits = `${area}${group}${serial}`;
  if (isItin(area, Number(group)) && !(profile === 'sandbox' && isSpecimen(digits))) return err('itin');
  if (profile === 'sandbox') return neverIssuedArea(area) ? ok(digits as Ssn) : err('not-for-sandbox');
  return area === '000' || neverIssuedArea(area) || isSpecimen(digits)
    ? err('never-issued')
    : ok(digits as Ssn);
}

/**
 * A number that finds somebody's records: an SSN, or the ITIN of a person who can have no SSN (D6). The office that keeps
 * SSNs keeps no ITINs, so whoever takes one has to have it looked at.
 */
export interface TaxpayerNumber {
  readonly kind: 'ssn' | 'itin';
  readonly number: Ssn;
}

/**
 * Reads a typed SSN or ITIN. In the sandbox group 93 of area 9xx stands for an ITIN: it lies in no range that is given out
 * (D6), and a number in a range that is could be somebody's own (D7).
 */
export function parseTaxpayerNumber(
  typed: string,
  profile: NumberProfile,
): Result<TaxpayerNumber, SsnProblem> {
  const ssn = parseSsn(typed, profile);
  if (ssn.ok) return ok({ kind: isStandIn(ssn.value, profile) ? 'itin' : 'ssn', number: ssn.value });
  if (ssn.error !== 'itin' || profile === 'sandbox') return ssn;
  return ok({ kind: 'itin', number: plainDashes(typed).replaceAll(/[- ]/g, '') as Ssn });
}

const isStandIn = (ssn: Ssn, profile: NumberProfile): boolean =>
  profile === 'sandbox' && /^9\d\d93/.test(ssn);

/** Spaces around, and the dashes that phones and word processors put in place of the plain one. */
const plainDashes = (typed: string): string => typed.trim().replace(/[\u2010-\u2015\u2212]/g, '-');

const neverIssuedArea = (area: string): boolean => area === '666' || area.startsWith('9');

/** D5: numbers printed in advertisements and leaflets, void ever since; the last ten were made for that use. */
const isSpecimen = (digits: string): boolean =>
  digits === '078051120' || digits === '219099999' || /^98765432\d$/.test(digits);

/** D6. Such a number can be somebody's own, so the sandbox does not take it either. */
const itinGroups: readonly (readonly [number, number])[] = [
  [50, 65],
  [70, 88],
  [90, 92],
  [94, 99],
];

const isItin = (area: string, group: number): boolean =>
  area.startsWith('9') && itinGroups.some(([first, last]) => group >= first && group <= last);

/** The four digits that may be shown (T2). */
export const ssnLast4 = (ssn: Ssn): string => ssn.slice(-4);
