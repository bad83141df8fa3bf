/** Every number that judging a data page depends on, each with its reason. Nothing else holds one. */
export const dataPage = {
  /** Of number, birth date and last day; one label may be under a scratch or in the fold. */
  leastLabeled: 2,
  /**
   * ICAO 9303-4, 4.1.1.1 demands ten fields and their labels on a book's page, besides the zone, its title and the state;
   * on specimens 25 to 27 lines were found. A card has room for fewer (9303-5): eight and their labels.
   */
  leastLines: { book: 14, cardFront: 10 },
  /** Lines that a quick look reads where there is no zone: the title is among the first four. */
  quickLines: 8,
  /** Fewer than these are no print of a document. */
  fewestLines: 8,
  /** The back of a card has a zone of three and a line or two beside it. */
  fewestLinesOfBack: 3,
  /** A misread character is mostly less certain than this. */
  leastSure: 0.6,
  /** Where the zone has its middle, a share of the page's height: it fills the lowest 23.2 mm of 88 (ICAO 9303-4, 4.1.1). */
  zoneFrom: 0.68,
} as const;
