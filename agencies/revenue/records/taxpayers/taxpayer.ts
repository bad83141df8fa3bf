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
  /** Nine digits. Sealed at rest and found by a keyed hash; shown whole only where T3 says so. */
  readonly taxpayerNumber: string;
  /** An ITIN is for who files and can have no SSN. */
  readonly numberKind: 'ssn' | 'itin';
  readonly givenName: string;
  readonly familyName: string;
  /** YYYY-MM-DD */
  readonly birthDate: string;
  readonly address: MailingAddress;
  /** A business of their own. `12-3456789`. */
  readonly business?: { readonly name: string; readonly ein: string };
}

/** As on an envelope: name, street, place. For their owner, or for the post. */
export const addressLines = ({ givenName, familyName, address }: Taxpayer): readonly string[] => [
  `${givenName} ${familyName}`,
  address.street,
  `${address.city}, ${address.state} ${address.postalCode}`,
];

/** The identity that somebody has proven, as Signet vouches for it. */
export interface ProvenIdentity {
  /** Nine digits. */
  readonly ssn: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
}
