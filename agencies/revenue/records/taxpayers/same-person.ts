import type { ProvenIdentity, Taxpayer } from './taxpayer.ts';

/**
 * A name as it is compared: a license says `NUNEZ ORTIZ`, the master file `Núñez-Ortiz`. Accents, case,
 * spaces and marks do not tell two people apart who share a number and a birth date.
 */
const folded = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}]/gu, '');

/** Middle names are often missing on one side, so the first given name decides. */
const firstGivenName = (names: string): string => folded(names.trim().split(/\s+/)[0] ?? '');

/**
 * Whether the record found by SSN belongs to the person who was proven. The number alone is not enough: it
 * may be mistyped, or known to somebody else (A24). The caller says nothing about which part differs (A22).
 */
export const isSamePerson = (proven: ProvenIdentity, record: Taxpayer): boolean =>
  folded(proven.familyName) !== '' &&
  folded(proven.familyName) === folded(record.familyName) &&
  firstGivenName(proven.givenName) === firstGivenName(record.givenName) &&
  proven.birthDate === record.birthDate;
