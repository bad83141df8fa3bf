import type { Clock, Result } from '../../../kernel/index.ts';
import type { FaceMatcher } from '../../biometrics/index.ts';
import type { DocumentReaders } from '../../evidence/index.ts';
import type { Quotas } from '../../quotas/index.ts';
import type { Circuits, NotAnswered, RecordAuthorities } from '../../records/index.ts';
import type { Cases, LiveCase, ReadDocument } from '../cases/index.ts';
import type { Finding } from '../findings/index.ts';
import type { CheckSettings } from './settings.ts';

/** What a check leaves: its finding, and what the document said where it was the one that read it. */
export interface CheckResult {
  readonly finding: Finding;
  readonly document?: ReadDocument | 'unreadable';
}

export interface CheckNeeds {
  readonly clock: Clock;
  readonly cases: Pick<Cases, 'photo' | 'frame'>;
  /** What is counted over all accounts. */
  readonly quotas: Quotas;
  readonly readers: DocumentReaders;
  readonly faceMatcher: FaceMatcher;
  readonly records: RecordAuthorities;
  readonly circuits: Pick<Circuits, 'ask'>;
  readonly settings: Pick<CheckSettings, 'minimumAge' | 'simChangeToReview'>;
}

export type Check = (needs: CheckNeeds, of: LiveCase) => Promise<Result<CheckResult, NotAnswered>>;
