/** Every number that finding and reading a barcode depends on, each with its reason. Nothing else holds one. */

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
  /** What comes as near to the end of the photo, as a share of its long side, goes on behind it. */
  nearEdge: 0.012,
} as const;

/** The tries at one barcode, cheapest and likeliest first, until one parses as AAMVA. */
export const barcodeTries = {
  /**
   * Widths in pixels for the cut-out barcode: a license's symbol is 240 to 310 modules wide, so these give 4 to 8 px a
   * module; the reader wants at least 4.5, and the smaller widths average noise and blur away.
   */
  widths: [1500, 2000, 1100],
  /** Of a first, rough cut, at which most barcodes are read in a third of the time. */
  roughWidth: 1100,
  /** Degrees around the measured tilt: perspective leans the rows apart from the bars, and zxing bears 2°. */
  tilts: [0, -1.5, 1.5, -3, 3, -5, 5],
  /** How many symbols are looked for in one try, and how many if those are no license's. */
  symbols: [1, 4],
  /**
   * Pixels of all tries together, so that a photo with no barcode takes no longer than a person waits. All 16 tries at a
   * license's barcode are 19 to 23 million, and no specimen that was read needed the last five; what is striped and far
   * larger than a barcode, such as boards of a table, gets six.
   */
  mostPixels: 24_000_000,
} as const;
