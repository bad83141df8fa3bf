/** The pages of a proofing, in the order in which a person meets them. */
export const stepNames = [
  'choose',
  'consent',
  'front',
  'back',
  'selfie',
  'ssn',
  'phone',
  'phone-code',
  'check-answers',
  'checking',
  'decision',
] as const;
export type StepName = (typeof stepNames)[number];

/** Steps that ask something; the rest show something. */
export type AnswerStep = Exclude<StepName, 'check-answers' | 'checking' | 'decision'>;
export type PhotoRole = 'front' | 'back' | 'selfie';

/** What a person can prove themselves with. `available: false` is said honestly: needs a person or a letter. */
export const documentChoices = [
  { choice: 'license', available: true }, // driver's license or state ID
  { choice: 'passport', available: false },
  { choice: 'mobile-license', available: false },
  { choice: 'none-of-these', available: false },
] as const;
export type DocumentChoice = Extract<(typeof documentChoices)[number], { available: true }>['choice'];

/** Answers are given, then checked, perhaps looked at by an agent, and then it is over. */
export const stages = ['collecting', 'checking', 'in-review', 'ended'] as const;
export type Stage = (typeof stages)[number];

/** What the agency that sent the person asks for. */
export interface Required {
  readonly ial: 1 | 2;
}
