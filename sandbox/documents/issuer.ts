import type { DocumentHolder } from '../people/person.ts';

/**
 * The made-up jurisdiction whose documents the sandbox deals in. No issuer has this number: AAMVA's lie in
 * 604xxx and 636xxx, and 636999 is not given out. ZZ is a user-assigned code in ISO 3166 and nobody's state.
 */
export const alder = {
  name: 'Commonwealth of Alder',
  agency: 'Alder Bureau of Motor Vehicles',
  code: 'ZZ',
  issuerId: '636999',
  titles: { license: ['DRIVER LICENSE'], idCard: ['IDENTIFICATION CARD'] },
} as const;

/**
 * A made-up province of Canada: dates begin with the year, postal codes with a letter, and its office compares the first word of
 * a given name only.
 */
export const larch = {
  name: 'Province of Larch',
  agency: 'Larch Registry of Drivers',
  code: 'ZY',
  issuerId: '636998',
  titles: { license: ["DRIVER'S LICENCE", 'PERMIS DE CONDUIRE'], idCard: ['PHOTO CARD', 'CARTE-PHOTO'] },
} as const;

export type CardIssuer = typeof alder | typeof larch;

export const issuerOf = ({ license }: Pick<DocumentHolder, 'license'>): CardIssuer =>
  license.issuer === 'larch' ? larch : alder;
