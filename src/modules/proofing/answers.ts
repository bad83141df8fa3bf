import type { QualityProblem } from '../evidence/index.ts';
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

/** What the person has given so far. At rest it is encrypted under the case's own key. */
export interface Answers {
  readonly document?: DocumentChoice;
  readonly consent?: { readonly version: string; readonly at: string };
  readonly photos: Readonly<Partial<Record<PhotoRole, PhotoAnswer>>>;
  /** `entry` is a random name for this answer: findings refer to it and so never hold the number. */
  readonly ssn?: { readonly entry: string; readonly number: string };
}

export const noAnswers: Answers = { photos: {} };
