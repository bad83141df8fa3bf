import type { AuditRef, CaseId, JobPlace, PersonId, Redacted, Tx } from '../../../kernel/index.ts';
import type { PhoneNumber } from '../../records/index.ts';
import type { Required } from '../flow/index.ts';
import type { SeenFrom } from '../scoreboard/index.ts';
import type { StoredCase } from './case.ts';

export interface CaseStore {
  /** A new, empty case, or nothing when the person has an open one. */
  create(
    tx: Tx,
    of: { readonly person: PersonId; readonly account?: PersonId },
    required: Required,
    now: Date,
    seenFrom?: SeenFrom,
  ): Promise<void>;
  latest(person: PersonId, tx?: Tx): Promise<StoredCase | undefined>;
  byId(id: CaseId): Promise<StoredCase | undefined>;
  /**
   * Writes `changed` over the version that it was made from; false when somebody was faster. A case without
   * contents loses its key with them, for good.
   */
  save(tx: Tx, changed: StoredCase): Promise<boolean>;
  /** Checking, and due before this time. */
  overdue(before: Date): Promise<readonly CaseId[]>;
  /** Collecting, and untouched since. */
  abandoned(before: Date): Promise<readonly CaseId[]>;
  /** With evidence that should be gone by now. */
  toDelete(now: Date): Promise<readonly CaseId[]>;
  /** That were to give an account back, and may not any more. */
  unclaimed(now: Date): Promise<readonly CaseId[]>;
  /** Cases begun since then to get this account back, oldest first; of two asked at once, the second waits. */
  startedFor(tx: Tx, account: PersonId, since: Date): Promise<readonly Date[]>;
  /** The names under which this account's recoveries were made. */
  subjectsOf(tx: Tx, account: PersonId): Promise<readonly PersonId[]>;
  /** Which cases there were. */
  erase(tx: Tx, person: PersonId): Promise<readonly CaseId[]>;
}

export interface ImageRef {
  readonly person: PersonId;
  readonly caseId: CaseId;
  readonly id: string;
}

/** Encrypted images. */
export interface ImageStore {
  put(tx: Tx, ref: ImageRef, sealed: Uint8Array): Promise<void>;
  get(ref: ImageRef): Promise<Buffer | undefined>;
  delete(tx: Tx, ref: ImageRef): Promise<void>;
  deleteAll(tx: Tx, of: { readonly person: PersonId; readonly caseId?: CaseId }): Promise<void>;
}

/** How many times a day somebody sent their answers to be checked. */
export interface SubmissionCount {
  addSubmission(tx: Tx, of: { readonly person: PersonId; readonly id: CaseId }, at: Date): Promise<void>;
  submissionsSince(person: PersonId, since: Date): Promise<readonly Date[]>;
}

/** Jobs written in the caller's transaction: they exist exactly when it commits. Data holds ids and codes only. */
export interface JobQueue {
  enqueue(
    tx: Tx,
    name: string,
    data: Readonly<Record<string, string | number>>,
    place?: JobPlace,
  ): Promise<void>;
}

/**
 * Job names; the data of `proofing.check` is `{ caseId, behind }`, the latter for when it is put off; that of
 * `proofing.sweep` is empty; that of `proofing.letter-not-mailed` is `{ caseId, why }`.
 */
export const proofingJobNames = {
  check: 'proofing.check',
  sweep: 'proofing.sweep',
  letterNotMailed: 'proofing.letter-not-mailed',
} as const;

/** How the audit log names a person. */
export type SubjectOf = (tx: Tx, person: PersonId) => Promise<AuditRef>;

export interface PostalAddress {
  readonly street: string;
  readonly city: string;
  readonly state: string; // two letters
  readonly postalCode: string;
}

/** What a person is told when they are not looking. `recovers`: it is about getting their account back. */
export type ProofingNotice = ProofingNews & { readonly recovers?: true };

type ProofingNews =
  /**
   * A14: to the validated phone and postal address, and to every address on file: that, when, and how to repudiate.
   */
  | {
      readonly kind: 'identity-verified';
      readonly at: Date;
      readonly recipient?: Redacted<{ readonly name: string; readonly address: PostalAddress }>;
      readonly phone?: Redacted<PhoneNumber>;
    }
  /** B16: the same of somebody who proved once more who they are, to get into the account again. */
  | {
      readonly kind: 'identity-proven-again';
      readonly at: Date;
      readonly phone?: Redacted<PhoneNumber>;
    }
  | { readonly kind: 'proofing-waits' } // an authority does not answer: "we'll mail you"
  | { readonly kind: 'proofing-decided' } // a waiting case was decided: sign in to see
  | {
      readonly kind: 'letter-sent';
      readonly until: Date;
      readonly leavesAt: Date;
      readonly arrivesBy: Date;
    }
  | { readonly kind: 'letter-not-mailed' } // another one, while an earlier one may still come
  | { readonly kind: 'proofing-needs-person'; readonly reference: string };

/** Letters of these cases that wait to be handed to the post are forgotten. */
export type CallBackLetters = (tx: Tx, cases: readonly CaseId[]) => Promise<void>;

export interface Notices {
  send(tx: Tx, person: PersonId, notice: ProofingNotice): Promise<void>;
}
