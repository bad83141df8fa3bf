/** The facts that a document states about its holder; dates are ISO `YYYY-MM-DD`. */
export interface DocumentFields {
  readonly familyName: string;
  readonly givenName: string;
  readonly middleName?: string;
  /** What tells a son from his father: JR, SR, III, 2ND. */
  readonly suffix?: string;
  readonly birthDate: string;
  readonly documentNumber: string;
  readonly issueDate?: string;
  readonly expiryDate?: string;
  readonly sex?: 'male' | 'female' | 'unspecified';
  readonly street?: string;
  readonly city?: string;
  readonly state?: string; // two letters
  readonly postalCode?: string; // five or nine digits, no dash
}

export const comparedFields = [
  'familyName',
  'givenName',
  'birthDate',
  'documentNumber',
  'expiryDate',
  'street',
  'postalCode',
  'issuer', // beside the fields: who issued it
] as const satisfies readonly (keyof DocumentFields | 'issuer')[];
export type ComparedField = (typeof comparedFields)[number];

export const agreements = ['same', 'close', 'differs', 'unread'] as const;

/** One field of the machine-read data against the print. `unread` is a weak photo, `differs` is two clear, unlike values. */
export interface FieldComparison {
  readonly field: ComparedField;
  readonly agreement: (typeof agreements)[number];
}
