/** A photo that passed intake: upright (EXIF applied), metadata stripped, sRGB JPEG, long side at most 3000 px. */
export interface Photo {
  readonly jpeg: Buffer;
  readonly width: number;
  readonly height: number;
}

/** A file that may be a photo: what its length and its first bytes say costs nothing. */
export interface PhotoFile {
  readonly bytes: Uint8Array;
  readonly kind: 'jpeg' | 'png' | 'webp';
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
  | 'broken' // an image that ends early or does not decode
  | 'too-many-waiting'; // of this person's, in other tabs

export const qualityProblems = ['blurry', 'glare', 'too-dark', 'too-bright', 'low-resolution'] as const;
export type QualityProblem = (typeof qualityProblems)[number];

/** What was measured on one photo, and what of it is bad enough to ask for another. */
export interface PhotoQuality {
  readonly sharpness: number;
  readonly glareShare: number; // 0..1 of the pixels
  readonly brightness: number; // 0..255 mean
  readonly problems: readonly QualityProblem[];
}

/** What a photo must have. Sharpness is refused only where reading fails, for a reading says what it missed. */
export interface PhotoNeeds {
  readonly sharpness: number;
  /** The largest share of the photo that may be burned out. */
  readonly glare: number;
  /** Pixels. */
  readonly longSide: number;
}
