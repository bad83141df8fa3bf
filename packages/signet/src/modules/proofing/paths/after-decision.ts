import type { AnswerStep, Decision, ReasonCode } from '../flow/index.ts';
import type { Situation } from './situations.ts';

/** What a refusal leaves: another try that may end otherwise, the account that the person has, or the agency. */
export type AfterRefusal = 'start-again' | 'own-account' | 'agency';

/** With the same person and the same documents these end the same way. */
const endsForGood: Readonly<Partial<Record<ReasonCode, AfterRefusal>>> = {
  'already-verified': 'own-account',
  'below-minimum-age': 'agency',
  'level-not-reached': 'agency',
};

export const afterRefusal = (reasons: readonly ReasonCode[]): AfterRefusal =>
  reasons.map((reason) => endsForGood[reason]).find((end) => end !== undefined) ?? 'start-again';

/** Where a decision leads; every one leads somewhere, or is the end that was sought. */
export type Next =
  | { readonly to: 'proven' }
  | { readonly to: 'step'; readonly step: AnswerStep }
  | { readonly to: 'person'; readonly withinDays: number }
  | { readonly to: 'records'; readonly withinDays: number }
  | { readonly to: 'letter'; readonly withinDays: number }
  | { readonly to: AfterRefusal; readonly help: 'agency' };

/** How long each wait lasts at most. */
export interface Deadlines {
  readonly personDays: number;
  /** After so long without an answer a person looks. */
  readonly recordsDays: number;
}

const leads: {
  readonly [Outcome in Decision['outcome']]: (
    decision: Extract<Decision, { outcome: Outcome }>,
    deadlines: Deadlines,
  ) => Next;
} = {
  verified: () => ({ to: 'proven' }),
  'try-again': ({ step }) => ({ to: 'step', step }),
  'needs-person': (_decision, { personDays }) => ({ to: 'person', withinDays: personDays }),
  'pending-records': (_decision, { recordsDays }) => ({ to: 'records', withinDays: recordsDays }),
  refused: ({ reasons }) => ({ to: afterRefusal(reasons), help: 'agency' }),
};

export const afterDecision = <D extends Decision>(decision: D, deadlines: Deadlines): Next =>
  (leads[decision.outcome] as (of: D, by: Deadlines) => Next)(decision, deadlines);

/** The situation whose page helps somebody who cannot do this step: it names a way, and the agency. */
export const stuckAt: Readonly<Record<AnswerStep, Situation>> = {
  choose: 'none-of-these',
  consent: 'no-face-check',
  front: 'no-camera',
  back: 'no-camera',
  'data-page': 'no-camera',
  selfie: 'no-camera',
  ssn: 'no-number',
  phone: 'no-phone',
  'phone-code': 'no-phone',
};
