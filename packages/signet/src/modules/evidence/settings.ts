/** Every number that evidence capture and reading depend on, each with its reason. Nothing else holds one. */

/** What an uploaded file may be. */
export const intakeLimits = {
  /** A 12-megapixel phone JPEG is 3 to 8 MB; twice that leaves room without letting an upload fill the disk. */
  maxBytes: 15 * 1024 * 1024,
  /** Above any phone's ordinary photo (12 to 24 Mpixel); decoded in RGB this is 120 MB, what a worker can bear. */
  maxPixels: 40_000_000,
  /** Two of the largest take some 300 MB and both cores of a small server; an ordinary photo waits a quarter second. */
  decodedAtOnce: 2,
  /** Below this a card has under 200 px a side and neither print nor barcode can be read. */
  minSide: 400,
  /** A card that fills 3000 px has 35 px/mm: more than print, barcode or portrait need, and it bounds all later work. */
  maxSide: 3000,
  /** JPEG quality at which the narrowest bars (4 px) keep their edges; the file is about 1 MB at 3000 px. */
  jpegQuality: 92,
} as const;

export type IntakeLimits = { readonly [Name in keyof typeof intakeLimits]: number };

/** How the barcode is looked for. Lengths are pixels of an image whose long side is `searchSide`. */
export const barcodeSearch = {
  /** Bars of a card that fills half the frame are still 1.5 px wide at this size, and the search takes some 20 ms. */
  searchSide: 1400,
  /** Holds several bars at any distance from which they can be read at all. */
  blockSize: 16,
  /** Share of the strongest blocks' gradient that a barcode's weakest block has: uneven light halves contrast. */
  strongShare: 0.15,
  /** Below this a block is flat paper or noise: a mean step of 20 gray levels at each of its pixels. */
  leastEnergy: 16 * 16 * 20 * 20,
  /** Inside a PDF417 the bars' own edges outweigh the row ends; text and table grain stay below this. */
  coherent: 0.45,
  /** Radians (10°): spread of the bars' direction under perspective. */
  sameDirection: 0.175,
  /** A smaller patch is a line of text. */
  leastBlocks: 12,
  /** White around the barcode that the reader needs, as a share of its height. */
  margin: 0.35,
} as const;

/** The tries at one barcode, cheapest and likeliest first, until one parses as AAMVA or the time is spent. */
export const barcodeTries = {
  /**
   * Widths in pixels for the cut-out barcode: a license's symbol is 240 to 310 modules wide, so these give 4 to 8 px a
   * module; the reader wants at least 4.5, and the smaller widths average noise and blur away.
   */
  widths: [1500, 2000, 1100],
  /** Degrees around the measured tilt: perspective leans the rows apart from the bars, and zxing bears 2°. */
  tilts: [0, -1.5, 1.5, -3, 3, -5, 5],
  /** Milliseconds for all tries together, so that a photo with no barcode stays within the page's patience. */
  budget: 1500,
} as const;

/** How the card's outline is found and straightened. */
export const cardSearch = {
  /** Enough for a card that fills two thirds of the photo to be cut out at `card` size without enlarging. */
  decodeSide: 2400,
  /** An outline needs no detail, and texture of the table fades at this size. */
  searchSide: 640,
  /** Canny thresholds on lightness (0-255): the second pair is for a pale card on a pale table. */
  lightnessEdges: [
    [60, 160],
    [25, 75],
  ],
  /** Color differences are smaller numbers than lightness ones for the same visible step. */
  colorEdges: [[15, 45]],
  /** Shares of the perimeter by which the hull is simplified: a rounded corner (3.2 mm) vanishes at 0.02. */
  simplify: [0.02, 0.03, 0.045, 0.06],
  /** A card smaller than this share of the photo has too few pixels to read; smaller quads are its portrait or stripes. */
  leastShare: 0.2,
  /** ID-1 is 1.586 and a passport page 1.42; the rest is perspective. */
  leastRatio: 1.25,
  mostRatio: 1.95,
  /** Area against its sides' product: a quad that leans more than this is no card seen from above. */
  leastFilled: 0.8,
  /** What simplifying took off the corners: about 0.6 mm of 101 mm of diagonal. */
  grow: 1.012,
  /** ID-1 at 18.7 px/mm: print of 1.8 mm capitals is 34 px tall, near the 48 px the recognizer works at. */
  card: { width: 1600, height: 1009 },
} as const;

/** PP-OCRv4 text detection. The thresholds are the model's own published ones unless a reason is given. */
export const textDetection = {
  /** A card at this width has 1.8 mm capitals 20 px tall, which is enough; 165 ms on one core against 400 at 1600. */
  longSide: 960,
  /** Probability from which a pixel belongs to a line's core. */
  core: 0.3,
  /** Mean probability of a whole core. */
  confident: 0.6,
  /** A core thinner than this (px) is a speck of background. */
  leastCore: 3,
  /** How far a core is grown, in areas per perimeter. */
  unclip: 1.6,
} as const;

/** PP-OCRv4 text recognition. */
export const textRecognition = {
  /** The model's fixed line height, px. */
  lineHeight: 48,
  /** Under this the network has too few steps for even one letter. */
  leastWidth: 48,
  /** A passport's MRZ line of 44 characters is 1,400 px at this height; longer is no line of a card. */
  mostWidth: 1600,
} as const;

/** How barcode and print are compared. */
export const printComparison = {
  /** On specimens a right character has 0.9 and more; a misread one is mostly under 0.6. */
  clearMean: 0.9,
  clearLeast: 0.6,
  /** Characters that an unsure reading of a date, number or postal code may be off by: two of five are another place. */
  unsureEdits: 1,
  /** Words under four letters are different words with any letter changed. */
  shortWord: 4,
  /** One letter in six is what OCR, lost spaces and transliteration change in a name that is the same. */
  editShare: 0.16,
  /** Issuers cut long names: so much of the beginning must be there. */
  truncatedFrom: 8,
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
  /** A burnt-out tile is all but white in every pixel and on average; sensor noise and JPEG keep it from 255. */
  burntOutLeast: 235,
  burntOutMean: 245,
  /** Mean brightness of 0-255. */
  leastBrightness: 45,
  mostBrightness: 235,
} as const;

/** What a photo of each thing must have. Sharpness is refused only where reading fails, for a reading says what it missed. */
export const photoNeeds = {
  front: {
    /** In focus 0.65 to 0.85. Print was read whole at 0.018, with one letter wrong at 0.008, and not at 0.005. */
    sharpness: 0.012,
    /** A lamp over a third of a specimen's width burns out 0.12 and hides five fields; no lamp, 0. */
    glare: 0.05,
    /** Across 1,000 px print is 21 px tall and the portrait's face over 100 px wide. At 800 px print was still read. */
    longSide: 1000,
  },
  back: {
    /** In focus 0.6. Barcodes of wide modules were read at 0.016, of narrow ones not at 0.028. */
    sharpness: 0.02,
    /** The white paper around a barcode counts up to 0.01. */
    glare: 0.05,
    longSide: 1000,
  },
  selfie: {
    /** Skin has few edges: faces in focus have from 0.06. */
    sharpness: 0.012,
    /** A white wall burns out and hides nothing of the face. */
    glare: 1,
    /** A face needs some 100 px, which the face check measures itself. */
    longSide: 400,
  },
} as const;

export type PhotoSubject = keyof typeof photoNeeds;
