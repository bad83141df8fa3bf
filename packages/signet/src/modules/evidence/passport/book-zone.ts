import type { MrzFormat } from '../mrz/index.ts';

/** ICAO 9303-4: two lines of 44, and P for a passport, whatever letter follows it. */
export const bookZone: MrzFormat = { format: 'TD3', lines: 2, cells: 44, code: /^P/ };
