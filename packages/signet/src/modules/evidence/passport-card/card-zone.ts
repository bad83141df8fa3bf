import type { MrzFormat } from '../mrz/index.ts';

/** ICAO 9303-5: three lines of 30. IP is a passport card's code; an identity card's is another. */
export const cardZone: MrzFormat = { format: 'TD1', lines: 3, cells: 30, code: /^IP/ };
