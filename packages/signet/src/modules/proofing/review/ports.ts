import type { CaseId, PersonId, Tx } from '../../../kernel/index.ts';
import type { ReasonCode } from '../flow/index.ts';

export interface StoredReview {
  readonly reference: string;
  readonly person: PersonId;
  readonly caseId: CaseId;
  readonly reasons: readonly ReasonCode[];
  readonly recovers: boolean;
  readonly status: 'open' | 'approved' | 'refused' | 'closed';
  readonly openedAt: Date;
}

export interface ReviewStore {
  open(tx: Tx, review: Omit<StoredReview, 'status' | 'recovers'>): Promise<void>;
  find(reference: string): Promise<StoredReview | undefined>;
  allOpen(): Promise<readonly StoredReview[]>;
  /** False when it is no longer open. */
  settle(
    tx: Tx,
    reference: string,
    as: { readonly status: 'approved' | 'refused'; readonly agent: string; readonly at: Date },
  ): Promise<boolean>;
  /** The case ended some other way. */
  close(tx: Tx, of: { readonly person: PersonId; readonly id: CaseId }, at: Date): Promise<void>;
  erase(tx: Tx, person: PersonId): Promise<void>;
}
