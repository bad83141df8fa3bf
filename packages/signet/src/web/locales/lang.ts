/** The languages that Signet speaks, by their BCP 47 tags. */
export type Lang = 'en' | 'es';
