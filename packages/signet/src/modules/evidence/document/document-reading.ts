/** A photo that passed intake: upright (EXIF applied), metadata stripped, sRGB JPEG, long side at most 3000 px. */
export interface Photo {
  readonly jpeg: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Why an uploaded file was not taken as a photo. The words a person reads come from the locale by this code. */
export type PhotoRefusal =
  | 'empty'
  | 'too-large' // more bytes than the limit
  | 'too-many-pixels' // a decompression bomb, or a scan nobody needs
  | 'too-small' // fewer pixels than any check could use
  | 'heic' // a phone's own format that is not decoded here
  | 'pdf'
  | 'not-an-image'
  | 'broken'; // an image that ends early or does not decode

export type QualityProblem = 'blurry' | 'glare' | 'too-dark' | 'too-bright' | 'low-resolution';

/** What was measured on one photo, and what of it is bad enough to ask for another. */
export interface PhotoQuality {
  readonly sharpness: number;
  readonly glareShare: number; // 0..1 of the pixels
  readonly brightness: number; // 0..255 mean
  readonly problems: readonly QualityProblem[];
}

/** The facts a license or state ID states about its holder; dates are ISO `YYYY-MM-DD`. */
export interface LicenseFields {
  readonly familyName: string;
  readonly givenName: string;
  readonly middleName?: string;
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

/** The barcode as AAMVA data (D1, D2). It carries no signature: it is consistency evidence only. */
export interface BarcodeReading {
  readonly fields: LicenseFields;
  readonly issuerId: string; // IIN, six digits
  readonly version: number; // AAMVA version; `knownVersion` false degrades, never crashes
  readonly knownVersion: boolean;
}

export type BarcodeProblem = 'no-barcode' | 'not-aamva' | 'incomplete';

export type ComparedField =
  | 'familyName'
  | 'givenName'
  | 'birthDate'
  | 'documentNumber'
  | 'expiryDate'
  | 'street'
  | 'postalCode';

/** One field of the barcode against the print. `unread` is a weak photo, `differs` is two clear, unlike values. */
export interface FieldComparison {
  readonly field: ComparedField;
  readonly agreement: 'same' | 'close' | 'differs' | 'unread';
}

/** Everything learned from the two sides of a license or state ID. It judges nothing: the adjudicator does. */
export interface LicenseReading {
  readonly kind: 'license' | 'passport' | 'unknown'; // what the front looks like
  readonly front: PhotoQuality;
  readonly back: PhotoQuality;
  readonly barcode:
    | { readonly ok: true; readonly value: BarcodeReading }
    | { readonly ok: false; readonly error: BarcodeProblem };
  readonly comparison: readonly FieldComparison[]; // empty without a barcode
  readonly specimen: boolean; // the print says SPECIMEN
  readonly stages: Readonly<Record<string, number>>; // milliseconds per stage
}

/** Reads a license or state ID from photos of both sides. Throws only on faults of its own. */
export interface LicenseReader {
  read(sides: { front: Photo; back: Photo }): Promise<LicenseReading>;
}
