/**
 * What happens to a sandbox person who does everything as asked. It follows from who they are, never from chance,
 * so that a test, a demonstration and a bug report all meet the same thing.
 */
export type Outcome =
  | 'passes'
  | 'passes-without-tax-record' // verified, but the revenue agency has nothing on file
  | 'expired-license'
  | 'barcode-disagrees' // the print was altered after the barcode was made
  | 'another-persons-selfie'
  | 'ssn-mismatch' // social security holds that number for somebody else
  | 'name-just-changed' // the license has the new name, social security still the former one
  | 'already-verified' // a second account of a person who already has one
  | 'deceased'
  | 'authority-times-out' // motor vehicles never answers
  | 'taxpayer-number' // has an ITIN and no SSN: a trained person looks
  | 'needs-review' // the faces are neither clearly the same nor clearly different
  | 'blurry-photo'
  | 'passport-instead' // a passport where a license was asked for
  | 'foreign-passport'; // no office here keeps its record: a person looks

export type PersonName = {
  readonly givenName: string; // empty: they have one name only
  readonly middleName?: string;
  readonly familyName: string;
  readonly suffix?: string; // JR, SR, III
};

export interface Address {
  readonly street: string;
  readonly city: string;
  readonly state: string; // two letters; ZZ is the made-up Commonwealth of Alder, ZY the Province of Larch
  readonly postalCode: string; // five digits from 000xx, which no post office uses; in Larch it begins with Z
}

/** The look of a license holder as AAMVA writes it: height in inches, eye and hair color as three letters. */
export interface Looks {
  readonly heightInches: number;
  readonly eyes: 'BLK' | 'BLU' | 'BRO' | 'GRY' | 'GRN' | 'HAZ';
  readonly hair: 'BAL' | 'BLK' | 'BLN' | 'BRO' | 'GRY' | 'RED' | 'WHI';
}

export interface LicenseFacts {
  readonly number: string; // one letter and seven digits, so that it can never be taken for an SSN
  readonly issued: string; // ISO date
  readonly expires: string; // ISO date
  /** Absent: the Commonwealth of Alder. */
  readonly issuer?: 'larch';
  /** The office gave an ID card under this number, to somebody who does not drive. */
  readonly isIdCard?: true;
}

export interface PassportFacts {
  readonly issuer: 'UTO' | 'ZZR'; // ICAO's own Utopia, and a state that is foreign to the sandbox
  readonly number: string; // one letter and seven digits, as above
  readonly issued: string; // ISO date
  readonly expires: string; // ISO date
}

/** An image in `faces/`, without its ending: p10_0 is the portrait of p10. */
export type FaceImage = `p${number}_${0 | 1 | 2 | 3}`;

/** Everything one can know about a holder that a document states. Dates are ISO `YYYY-MM-DD`. */
export interface DocumentHolder extends PersonName {
  readonly birthDate: string;
  readonly sex: 'female' | 'male' | 'unspecified';
  readonly address: Address;
  readonly looks: Looks;
  readonly license: LicenseFacts;
  readonly passport?: PassportFacts;
}

/** How an authority's service behaves when asked about a person. */
export type Behavior = 'answers' | 'slow' | 'hangs' | 'unavailable';

export interface SandboxPerson extends DocumentHolder {
  readonly id: string; // e.g. ana-rivera; stands in addresses and commands
  readonly email: string;
  readonly phone: string; // in the 555-01xx range kept for fiction
  readonly ssn: string; // AAA-GG-SSSS, areas 666 and 900-999 only (D7); group 93 stands for an ITIN (D6)
  readonly portrait: FaceImage; // on the document
  readonly selfie: FaceImage; // what the person takes of themselves
  readonly document: 'license' | 'state-id' | 'passport' | 'passport-card';
  /** Says no to the face check, and is mailed a code in its place. */
  readonly asksForLetter?: true;
  readonly outcome: Outcome;
  readonly story: { readonly en: string; readonly es: string };
}
