/** Every number that taking and measuring a photo depends on, each with its reason. Nothing else holds one. */

/** What an uploaded file may be. */
export const intakeLimits = {
  /** A 12-megapixel phone JPEG is 3 to 8 MB; twice that leaves room without letting an upload fill the disk. */
  maxBytes: 15 * 1024 * 1024,
  /** Above any phone's ordinary photo (12 to 24 Mpixel); decoded in RGB this is 120 MB, what a worker can bear. */
  maxPixels: 40_000_000,
  /**
   * The same for 16 bits a sample, which cost four times the time for a pixel: no camera's photo has them, and 10 Mpixel are
   * more than a scanned card needs.
   */
  maxDeepPixels: 10_000_000,
  /** A webcam's usual picture is 640 x 360, which is enough for a face. A card needs more, and says so (`low-resolution`). */
  minSide: 360,
  /** A card that fills 3000 px has 35 px/mm: more than print, barcode or portrait need, and it bounds all later work. */
  maxSide: 3000,
  /** JPEG quality at which the narrowest bars (4 px) keep their edges; the file is about 1 MB at 3000 px. */
  jpegQuality: 92,
} as const;

export type IntakeLimits = { readonly [Name in keyof typeof intakeLimits]: number };

/** Of how many parts a file may be. What a camera writes is far below each of these. */
export const partLimits = {
  /** Each is a pass over all pixels of a JPEG. Progressive ones are written with 10; made to hurt, with hundreds. */
  mostScans: 20,
  /**
   * Segments of a JPEG. They hold 64 kB at most, so that the depths and maps which phones put beside a photo take up
   * to a hundred; how many bytes they have in all costs a decoder nothing.
   */
  mostSegments: 512,
  mostPng: {
    /** Chunks of pixels. Encoders write 8 kB and more in each; 15 MB in pieces of one are as many. */
    pixels: 16_384,
    /** All other chunks, and their bytes: a color profile, small pictures, where the photo comes from. */
    others: 64,
    bytes: 2 * 1024 * 1024,
    /** Texts, which a decoder inflates: ten kilobytes of them to ten megabytes. */
    notes: 32,
    noteBytes: 128 * 1024,
  },
  /** Frames of a film among them, of which the first is taken. */
  mostWebpChunks: 64,
} as const;

/** When a photo is bad enough to ask for another. */
export const photoQuality = {
  /** All photos are measured at this long side, so that the numbers mean the same for each. */
  measuredSide: 1200,
  /** Holds a few letters. */
  tile: 24,
  /** A twelfth of a photo's tiles hold print or bars where the card fills a third of it. */
  tilesChosen: 0.08,
  /** Small enough to lie wholly inside a reflection, larger than the white between two bars. */
  glareTile: 16,
  /** A burned-out tile is all but white in every pixel and on average; sensor noise and JPEG keep it from 255. */
  burnedOutLeast: 235,
  burnedOutMean: 245,
  /** Mean brightness of 0-255. */
  leastBrightness: 45,
  mostBrightness: 235,
} as const;

/** By what one cause of an unreadable photo is told from another, as measured on specimens with each fault. */
export const photoFaults = {
  /**
   * To the right against down. Print has 0.7 to 0.9, and a barcode, which has little detail along its bars, 0.18 to 0.5. A hand
   * that moved by 15 pixels leaves 0.06 and less, and by 9 pixels 0.14.
   */
  leastLevelEvenness: 0.15,
  /** Along one diagonal against the other: 0.9 and more, and 0.24 and less of a hand that moved so. */
  leastDiagonalEvenness: 0.35,
  /** Without a lamp none; one over an eighth of a card's width has 0.013. */
  lampFrom: 0.004,
} as const;
