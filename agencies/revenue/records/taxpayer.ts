/** ≤10 digits, given by this department, never a taxpayer's number (T3). */
export type CustomerFileNumber = string;

export interface MailingAddress {
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
}

/** A person in the master file. */
export interface Taxpayer {
  readonly customerFileNumber: CustomerFileNumber;
  /** The SSN itself is not kept: it is looked up by keyed hash, and shown by these. */
  readonly ssnLastFour: string;
  readonly givenName: string;
  readonly familyName: string;
  /** YYYY-MM-DD */
  readonly birthDate: string;
  readonly address: MailingAddress;
}

/** Who somebody has proven to be, as Signet vouches for it. */
export interface ProvenIdentity {
  /** Nine digits. */
  readonly ssn: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
}
