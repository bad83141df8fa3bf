import type { DocumentKind } from '../../evidence/index.ts';
import type { AnswerStep, ReasonCode, Required } from '../flow/index.ts';
import type { AdjudicationSettings } from './settings.ts';

/** What earlier tries weigh. Counts include the findings at hand; faces, numbers and phones count over the whole day. */
export interface History {
  readonly documentTries: number;
  readonly faceTries: number;
  readonly faceRejections: number;
  /** The same over the time in which somebody may wait for letters. */
  readonly earlierFaceRejections: number;
  /** Numbers that were checked, whatever was said of them: an answer that depended on it would tell what was said. */
  readonly numberTries: number;
  readonly phoneRejections: number;
}

/**
 * What one finding means. `hold`: go on, but a person must look. `unconfirmed`: an office did not bear it out, and which
 * one is not told, so the others are asked all the same. `needs-person` and `refuse`: nothing else is asked.
 */
export type Judgment =
  | { readonly verdict: 'pass' }
  | { readonly verdict: 'unconfirmed'; readonly reasons: readonly ReasonCode[] }
  | { readonly verdict: 'hold'; readonly reasons: readonly ReasonCode[] }
  | {
      readonly verdict: 'try-again';
      readonly redo: readonly AnswerStep[];
      readonly reasons: readonly ReasonCode[];
    }
  | { readonly verdict: 'needs-person'; readonly reasons: readonly ReasonCode[] }
  | { readonly verdict: 'refuse'; readonly reasons: readonly ReasonCode[] };

export interface JudgingContext {
  /** What the person said they have. */
  readonly document: DocumentKind;
  /** A code by mail takes the face check's place (A8). */
  readonly withoutFace: boolean;
  /** The document states a whole address. */
  readonly isMailable: boolean;
  readonly history: History;
  readonly settings: Omit<AdjudicationSettings, 'keepEvidenceForReview'>;
  readonly sandbox: boolean;
  readonly required: Required;
}
