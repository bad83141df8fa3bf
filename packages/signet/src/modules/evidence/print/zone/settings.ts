/** Every number that reading a machine-readable zone depends on, each with its reason. Nothing else holds one. */
export const zoneSearch = {
  /** A line of the zone in heights of its own: 15 characters at least stand together before the first filler. */
  leastAspect: 8,
  /** Of the page's width: the shortest is a card's first line without its fillers. */
  leastShare: 0.3,
  /** Lines that are read to find the zone; the longest of a page are its own. */
  tries: 5,
  /** Of the page's width, how much of a line is read to find the zone: 24 cells of a book's, and 16 of a card's. */
  beginning: 0.5,
  /** Capitals, digits and fillers that a line has before it is taken for one of the zone. */
  leastCharacters: 12,
  /** Lines of one zone begin within so many line heights of each other, and follow each other within so many. */
  aligned: 1.5,
  apart: 4.5,
} as const;

export const zoneReading = {
  /** Pixels a cell: the network counts fillers rightly from 45; at 36 it lost one line in three. */
  cellWidths: [45, 54],
  /** Blank before the first and behind the last character, in cells; the network loses what touches the edge. */
  margin: 1.2,
  /** A gap of so many pitches between two characters has another cell in it. */
  gap: 1.5,
} as const;
