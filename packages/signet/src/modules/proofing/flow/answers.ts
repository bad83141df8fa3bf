import type { QualityProblem } from '../../evidence/index.ts';
import type { DocumentChoice, PhotoRole } from './steps.ts';

/** A photo as the case remembers it; the picture itself is an encrypted blob of that id. Times are ISO. */
export interface PhotoAnswer {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly settled: boolean;
  readonly problems: readonly QualityProblem[];
  readonly takenAt: string;
}

/** The account whose phone the person holds, or that they have none in their name. `entry` as with the SSN. */
export type PhoneAnswer =
  | { readonly kind: 'number'; readonly entry: string; readonly number: string } // E.164
  | { readonly kind: 'none'; readonly entry: string };

/** The code sent last, by its hash; once confirmed, only that and when. Times are ISO. */
export type PhoneCodeAnswer =
  | { readonly hash: string; readonly sentAt: string }
  | { readonly confirmedAt: string };

/** What the person has given so far. At rest it is encrypted under the case's own key. */
export interface Answers {
  readonly document?: DocumentChoice;
  readonly consent?: { readonly version: string; readonly at: string };
  readonly photos: Readonly<Partial<Record<PhotoRole, PhotoAnswer>>>;
  /** `entry` is a random name for this answer: findings refer to it and so never hold the number. */
  readonly ssn?: { readonly entry: string; readonly number: string };
  readonly phone?: PhoneAnswer;
  readonly phoneCode?: PhoneCodeAnswer;
}

export const noAnswers: Answers = { photos: {} };
