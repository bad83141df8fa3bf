import type { DocumentKind } from '../../evidence/index.ts';
import type { AnswerStep, ReasonCode, Required } from '../flow/index.ts';
import type { AdjudicationSettings } from './settings.ts';

/** What earlier tries weigh. Counts include the findings at hand; faces, numbers and phones count over the whole day. */
export interface History {
  readonly documentTries: number;
  readonly faceTries: number;
  readonly faceRejections: number;
  readonly ssnMismatches: number;
  readonly phoneRejections: number;
}

/** What one finding means. `hold`: go on, but a person must look. `needs-person` and `refuse`: nothing else is asked. */
export type Judgment =
  | { readonly verdict: 'pass' }
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
  readonly history: History;
  readonly settings: Omit<AdjudicationSettings, 'keepEvidenceForReview'>;
  readonly sandbox: boolean;
  readonly required: Required;
}
