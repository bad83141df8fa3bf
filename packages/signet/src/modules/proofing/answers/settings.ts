/** What may be given, and how often. */
export const answerDefaults = {
  /** From this many poor photos of one side on, the person may say "use it anyway": the measure can be wrong. */
  poorPhotosBeforeAnyway: 2,
};
export type AnswerSettings = Readonly<typeof answerDefaults>;
