/** The languages that Signet speaks, by their BCP 47 tags. What has no words in one of them does not compile. */
export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];
