/** Every number of the quick look at a license, each with its reason. */
export const quickLook = {
  /**
   * Pixels of the tries at a barcode while somebody waits: the cheapest five, by which 44 of 44 specimens' were read. The
   * reading itself has three times as many.
   */
  barcodePixels: 9_000_000,
  /** On a photo of the front, only to say that it is the back: two tries. */
  barcodePixelsOnFront: 3_000_000,
  /** Specimens have 23 to 27 lines, a back 5; noise, a wall and a test picture none. */
  fewestLines: 8,
  /** A back has fewer: what a card that is no license's back says in three lines or less is not known as one. */
  fewestLinesOfBack: 3,
  /** A corner so near to the end of the photo lies behind it: the outline's own error is less. Share of its sides. */
  edge: 0.004,
  /** A license's symbol is 240 to 310 modules wide, and fewer than 2 px a module are not read. */
  leastBarcodeWidth: 560,
} as const;
