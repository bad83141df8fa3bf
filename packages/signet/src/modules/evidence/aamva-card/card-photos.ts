import type { PhotoNeeds } from '../photo/index.ts';

/** What a photo of each side must have, as it was measured on specimens. */
export const cardPhotos = {
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
} as const satisfies Readonly<Record<string, PhotoNeeds>>;
