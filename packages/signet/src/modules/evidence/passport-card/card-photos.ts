import type { PhotoNeeds } from '../photo/index.ts';

/** A license's numbers: the same card with print of the same size, and a zone in place of a barcode. */
const needs = { sharpness: 0.012, glare: 0.05, longSide: 1000 } as const satisfies PhotoNeeds;

export const cardPhotos = { front: needs, back: needs } as const;
