import type { Redacted, Result } from '../../kernel/index.ts';
import type { PhoneNumber } from './phone-number.ts';
import type { Ssn } from './ssn.ts';

/** What is asked of the issuer of a license or state ID. Dates are ISO `YYYY-MM-DD`. */
export interface MotorVehicleQuery {
  readonly documentNumber: string;
  readonly issuerId: string; // AAMVA issuer identification number, six digits
  /**
   * As AAMVA's verification service sorts documents: an office may have a license and an ID card under one number. Absent where
   * the card does not say which it is: what its holder believes is no reason to find nothing.
   */
  readonly documentCategory?: 'drivers-license' | 'id-card';
  readonly familyName: string;
  readonly givenName?: string; // every word of it, as the card has it; absent: the holder has one name only
  readonly birthDate: string;
  readonly expiryDate?: string;
  /** House and street, as the card states it. */
  readonly street?: string;
  readonly city?: string;
  readonly state?: string; // two letters
  readonly postalCode?: string;
}

export const matchedElements = [
  'documentNumber',
  'familyName',
  'givenName',
  'birthDate',
  'expiryDate',
  'street',
  'city',
  'state',
  'postalCode',
] as const;
export type MatchedElement = (typeof matchedElements)[number];
/** `first-word`: of a given name the office keeps or compares the first word only, and that agrees. */
export const elementMatches = ['match', 'first-word', 'no-match', 'not-held'] as const;
export type ElementMatch = (typeof elementMatches)[number];

/** The issuer's answer. An element that it did not answer is absent. It judges nothing: the adjudicator does. */
export interface MotorVehicleAnswer {
  readonly status: 'valid' | 'expired' | 'surrendered' | 'not-found';
  readonly match: Readonly<Partial<Record<MatchedElement, ElementMatch>>>;
}

/**
 * `unavailable`: timed out, did not answer properly, answered something that is not the protocol, or another question than
 * ours: ask again later. `refused`: it does not accept the question as we wrote it, or our key, which is our own fault.
 */
export type RecordsUnavailable = 'unavailable' | 'refused';

/** The issuer of licenses and state IDs: an authoritative source for what they state (A1). */
export interface MotorVehicleRecords {
  verify(query: MotorVehicleQuery): Promise<Result<MotorVehicleAnswer, RecordsUnavailable>>;
}

/** What is asked of the office that issues passports. Dates are ISO `YYYY-MM-DD`. */
export interface PassportQuery {
  readonly documentNumber: string;
  readonly issuerId: string; // ICAO's letters for the state
  readonly familyName: string;
  readonly givenName?: string; // absent: the holder has one name only
  readonly birthDate: string;
  readonly expiryDate?: string;
}

/** The office's answer. An element that it did not answer is absent. It judges nothing: the adjudicator does. */
export interface PassportAnswer {
  readonly status: 'valid' | 'expired' | 'revoked' | 'lost-or-stolen' | 'not-found';
  readonly match: Readonly<Partial<Record<PassportElement, ElementMatch>>>;
}

/** A passport states no address. */
export const passportElements = [
  'documentNumber',
  'familyName',
  'givenName',
  'birthDate',
  'expiryDate',
] as const satisfies readonly MatchedElement[];
export type PassportElement = (typeof passportElements)[number];

/** The office that issues this country's passports: an authoritative source for what they state (A1). */
export interface PassportRecords {
  /** Another state's passports are on nobody's record here. */
  answersFor(issuerId: string): boolean;
  verify(query: PassportQuery): Promise<Result<PassportAnswer, RecordsUnavailable>>;
}

export interface SocialSecurityQuery {
  readonly ssn: Redacted<Ssn>;
  readonly familyName: string;
  readonly givenName?: string; // absent: the holder has one name only
  readonly birthDate: string;
}

/** `no-match` never says which part (A22); `deceased` is the death record that A22 asks for. */
export type SocialSecurityAnswer = 'match' | 'no-match' | 'deceased';

/** The issuer of social security numbers, which says only whether number, name and birth date go together. */
export interface SocialSecurityRecords {
  verify(query: SocialSecurityQuery): Promise<Result<SocialSecurityAnswer, RecordsUnavailable>>;
}

export interface PhoneCarrierQuery {
  readonly phoneNumber: Redacted<PhoneNumber>;
  readonly familyName: string;
  readonly givenName?: string; // absent: the holder has one name only
}

/** What the carrier has on file about the account of a number. It judges nothing: the adjudicator does. */
export type PhoneCarrierAnswer =
  | { readonly status: 'not-found' }
  | {
      readonly status: 'active' | 'inactive';
      /** `not-held`: prepaid, sold without a name. */
      readonly name: 'match' | 'no-match' | 'not-held';
      readonly carrier: string; // the issuer of the account, as an identifier: a-z, 0-9 and hyphens
      readonly lineType: 'mobile' | 'landline' | 'voip';
      readonly simChangedAt?: Date; // absent: never, or not told
    };

/** The issuer of phone accounts: an account is FAIR evidence where the carrier bears it out (A4). */
export interface PhoneCarrierRecords {
  verify(query: PhoneCarrierQuery): Promise<Result<PhoneCarrierAnswer, RecordsUnavailable>>;
}

/** What the carrier tells of a line without being asked whose it is. */
export type PhoneLineAnswer =
  | { readonly status: 'not-found' }
  | {
      readonly status: 'active' | 'inactive';
      readonly lineType: 'mobile' | 'landline' | 'voip';
      readonly simChangedAt?: Date; // absent: never, or not told
      readonly portedAt?: Date; // when the number was moved to another carrier; likewise
    };

/** Whether a number may have changed hands. A signal, which the one who asked weighs (B6). */
export interface PhoneLines {
  look(phoneNumber: Redacted<PhoneNumber>): Promise<Result<PhoneLineAnswer, RecordsUnavailable>>;
}

/** Every record that may be asked, by the name that a kind of evidence knows it by. */
export interface RecordAuthorities {
  readonly 'motor-vehicles': MotorVehicleRecords;
  readonly 'passport-office': PassportRecords;
  readonly 'social-security': SocialSecurityRecords;
  readonly 'phone-carrier': PhoneCarrierRecords;
}
