import type { DocumentFields } from './document-fields.ts';

/**
 * The day, ISO `YYYY-MM-DD`, that every part of the United States has reached at an instant: that of American Samoa,
 * UTC-11. By it nobody's document expires, and nobody comes of age, some hours early where they live.
 */
export function documentDay(now: Date): string {
  return new Date(now.getTime() - 11 * 3_600_000).toISOString().slice(0, 10);
}

/** A document is good through its expiry date. One without a date says of itself that it never expires. */
export function isExpired(fields: Pick<DocumentFields, 'expiryDate'>, today: string): boolean {
  return fields.expiryDate !== undefined && fields.expiryDate < today;
}

export const expiries = ['valid', 'expired', 'not-stated', 'not-yet-valid'] as const;
export type Expiry = (typeof expiries)[number];

/** For kinds that print their last day. A document that states none is for a person to judge. */
export function expiryByDate(fields: Pick<DocumentFields, 'expiryDate'>, today: string): Expiry {
  if (fields.expiryDate === undefined) return 'not-stated';
  return isExpired(fields, today) ? 'expired' : 'valid';
}

/** For kinds that print their first day as well: nobody issues one that is not good yet. */
export function validityByDates(
  fields: Pick<DocumentFields, 'issueDate' | 'expiryDate'>,
  today: string,
): Expiry {
  const isToCome = fields.issueDate !== undefined && fields.issueDate > today;
  return isToCome ? 'not-yet-valid' : expiryByDate(fields, today);
}

/** Whole years since birth; a person born on 29 February has their birthday on 1 March in other years. Negative: not born. */
export function ageOn(fields: Pick<DocumentFields, 'birthDate'>, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(fields.birthDate.slice(0, 4));
  return today.slice(5) < fields.birthDate.slice(5) ? years - 1 : years;
}
