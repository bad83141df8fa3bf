/** Every number that reading print depends on, each with its reason. Nothing else holds one. */

/** How the card's outline is found and straightened. */
export const cardSearch = {
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

/** How it is told which way up a card lies. */
export const wayUp = {
  /** Lines enough to tell, and their best length in heights, a date's: longer ones cost more than they tell. */
  lines: 3,
  aspect: 6,
  /**
   * Characters by which a way up has to outdo the other, so that no further line is asked. Of specimens in every turn and
   * blur the right way did by 6.5 or more where print could be read, and the wrong one never by more than 2.4.
   */
  clear: 6,
} as const;

/** A quick look at what a print is of. */
export const quickReading = {
  /** The title of a card is among the first eight that are read, of specimens the fifth; each takes 20 ms. */
  lines: 12,
} as const;
