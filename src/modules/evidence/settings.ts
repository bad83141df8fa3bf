/** Every number that evidence capture and reading depend on, each with its reason. Nothing else holds one. */

/** What an uploaded file may be. */
export const intakeLimits = {
  /** A 12-megapixel phone JPEG is 3 to 8 MB; twice that leaves room without letting an upload fill the disk. */
  maxBytes: 15 * 1024 * 1024,
  /** Above any phone's ordinary photo (12 to 24 Mpixel); decoded in RGB this is 120 MB, what a worker can bear. */
  maxPixels: 40_000_000,
  /** Below this a card has under 200 px a side and neither print nor barcode can be read. */
  minSide: 400,
  /** A card that fills 3000 px has 35 px/mm: more than print, barcode or portrait need, and it bounds all later work. */
  maxSide: 3000,
  /** JPEG quality at which the narrowest bars (4 px) keep their edges; the file is about 1 MB at 3000 px. */
  jpegQuality: 92,
} as const;

export type IntakeLimits = { readonly [Name in keyof typeof intakeLimits]: number };
