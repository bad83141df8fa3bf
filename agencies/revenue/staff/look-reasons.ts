/** Why an agent opens a file. A code is kept; the words, for the agent and for the person, are in the locale. */
export const lookReasons = [
  'person-called',
  'person-came',
  'letter-came',
  'payment-question',
  'correction',
  'audit',
] as const;
export type LookReason = (typeof lookReasons)[number];

export const isLookReason = (text: string): text is LookReason =>
  lookReasons.some((reason) => reason === text);
