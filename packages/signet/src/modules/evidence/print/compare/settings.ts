/** Every number that comparing print depends on, each with its reason. Nothing else holds one. */

/** In which order lines are read until nothing can change any more. None of it changes what is concluded. */
export const printOrder = {
  /** A character's width in heights of its line, as license type is set; one character more for the margins. */
  characterWidth: 0.6,
  /** DRIVER LICENSE */
  kindLength: 14,
} as const;

/** How barcode and print are compared. */
export const printComparison = {
  /** On specimens a right character has 0.9 and more; a misread one is mostly under 0.6. */
  clearMean: 0.9,
  clearLeast: 0.6,
  /** With more unsure characters than one in three a text says too little to contradict anything. */
  sureShare: 0.66,
  /** Characters that an unsure reading of a date, number or postal code may be off by: two of five are another place. */
  unsureEdits: 1,
  /** Words under four letters are different words with any letter changed. */
  shortWord: 4,
  /** One letter in six is what OCR, lost spaces and transliteration change in a name that is the same. */
  editShare: 0.16,
  /** Issuers cut long names: so much of the beginning must be there. */
  truncatedFrom: 8,
} as const;
