import {
  maskAccountNumber,
  maskBusinessName,
  maskEin,
  maskFamilyName,
  maskGivenNames,
  maskSsn,
  maskStreet,
} from '../records/taxpayers/masking.ts';
import type { Taxpayer } from '../records/taxpayers/taxpayer.ts';

/** How a transcript writes what tells who somebody is. */
export interface Mask {
  readonly unmasked: boolean;
  taxpayerNumber(digits: string): string;
  name(of: Pick<Taxpayer, 'givenName' | 'familyName'>): string;
  street(street: string): string;
  businessName(name: string): string;
  ein(ein: string): string;
  account(number: string): string;
}

/** T2, for every transcript but one. */
export const masked: Mask = {
  unmasked: false,
  taxpayerNumber: maskSsn,
  name: ({ givenName, familyName }) => `${maskGivenNames(givenName)} ${maskFamilyName(familyName)}`,
  street: maskStreet,
  businessName: maskBusinessName,
  ein: maskEin,
  account: maskAccountNumber,
};

/** What a person sees of their own papers: names and addresses as they are, numbers masked as everywhere. */
export const own: Mask = {
  ...masked,
  name: ({ givenName, familyName }) => `${givenName} ${familyName}`,
  street: (street) => street,
  businessName: (name) => name,
};

/** T3: wage and income whole, for somebody who needs it to file. Behind a step-up, and on record. */
export const whole: Mask = {
  unmasked: true,
  taxpayerNumber: (digits) => digits.replace(/^(\d{3})(\d{2})(\d{4})$/, '$1-$2-$3'),
  name: ({ givenName, familyName }) => `${givenName} ${familyName}`,
  street: (street) => street,
  businessName: (name) => name,
  ein: (ein) => ein,
  account: (number) => number,
};
