import type { StatedData } from '../document/index.ts';

/** A machine-readable zone whose check digits add up (ICAO 9303-3, 4.9). They show that it was read, not that it is genuine. */
export interface MrzReading extends StatedData {
  /** The names fill all room that they have: what does not fit was left out (ICAO 9303-3, 4.6). */
  readonly isTruncated: boolean;
}

export const mrzProblems = [
  'no-zone', // no lines of one were found
  'zone-unreadable', // found, and its lines are none that ICAO lays out
  'check-digit', // read, and a check digit is another
  'another-document', // a zone of another kind of document: a visa, an identity card
] as const;
export type MrzProblem = (typeof mrzProblems)[number];
