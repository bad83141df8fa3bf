import type { Professional } from '../professionals/index.ts';

/** The sandbox's register of tax professionals. They are nobody. */
export const seedProfessionals: readonly Professional[] = [
  { number: 'P20000017', name: 'Maren Osei', city: 'Port Alder' },
  { number: 'P20000025', name: 'Tidewater Tax Help', city: 'San Telmo' },
  { number: 'P20000033', name: 'Ilan Petrov', city: 'Eastmoor' },
];
