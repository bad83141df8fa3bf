import type { CaseId, PersonId, Redacted, Tx } from '../../../kernel/index.ts';
import type { LicenseFields } from '../../evidence/index.ts';
import type { PhoneNumber } from '../../records/index.ts';
import type { Likeness } from '../../vault/index.ts';
import type { KeptFinding } from '../findings/findings.ts';
import type { Answers } from '../flow/answers.ts';
import type { Decision, ReasonCode } from '../flow/decision.ts';
import type { PhotoRole, Required, Stage } from '../flow/steps.ts';
import type { ProofingFacts } from '../identity/proofing-facts.ts';
import type { SeenEvidence } from '../review/seen-evidence.ts';

/** What of a case is personal: at rest it is encrypted under the case's own key. */
export interface CaseContents {
  readonly answers: Answers;
  /** What the document said, once it was read. */
  readonly license?: { readonly fields: LicenseFields; readonly issuerId: string };
  /** What an agent saw in place of a piece that is missing. */
  readonly seen?: SeenEvidence & { readonly at: string };
  readonly photosTaken: number;
  readonly poorPhotos: Readonly<Partial<Record<PhotoRole, number>>>;
}

/** A case whose evidence is still there. */
export interface LiveCase extends CaseRow {
  readonly contents: CaseContents;
  /** Random, 256 bits; seals the contents and the images. Exists only wrapped by the KMS, until the case ends. */
  readonly key: Redacted<string>;
}

/** A case of which only codes and times are left. */
interface EmptiedCase extends CaseRow {
  readonly contents?: undefined;
  readonly key?: undefined;
}

export type StoredCase = LiveCase | EmptiedCase;

export interface CaseRow {
  readonly id: CaseId;
  /** Who proves who they are; for a case that is to give an account back, a name made up for that alone. */
  readonly person: PersonId;
  /** The account that it is to give back. */
  readonly account?: PersonId;
  /** Until when it may be given back. */
  readonly claimBy?: Date;
  readonly version: number;
  readonly stage: Stage;
  readonly required: Required;
  readonly decision?: Decision;
  readonly waived: readonly ReasonCode[];
  readonly agent?: string;
  readonly consent?: { readonly version: string; readonly at: Date };
  readonly submittedAt?: Date;
  readonly unanswered: number;
  readonly dueAt?: Date;
  readonly deleteAt?: Date;
  readonly startedAt: Date;
  readonly touchedAt: Date;
}

export interface CaseStore {
  /** A new, empty case, or nothing when the person has an open one. */
  create(
    tx: Tx,
    of: { readonly person: PersonId; readonly account?: PersonId },
    required: Required,
    now: Date,
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
  erase(tx: Tx, person: PersonId): Promise<void>;
}

export interface BlobRef {
  readonly person: PersonId;
  readonly caseId: CaseId;
  readonly id: string;
}

/** Encrypted images. */
export interface BlobStore {
  put(tx: Tx, ref: BlobRef, sealed: Uint8Array): Promise<void>;
  get(ref: BlobRef): Promise<Buffer | undefined>;
  delete(tx: Tx, ref: BlobRef): Promise<void>;
  deleteAll(tx: Tx, of: { readonly person: PersonId; readonly caseId?: CaseId }): Promise<void>;
}

export interface FindingStore {
  /** Once a check and set of answers: a second one is ignored. */
  add(tx: Tx, of: { readonly person: PersonId; readonly id: CaseId }, kept: KeptFinding): Promise<void>;
  ofCase(of: { readonly person: PersonId; readonly id: CaseId }): Promise<readonly KeptFinding[]>;
  /** Of all the person's cases. */
  since(person: PersonId, since: Date): Promise<readonly KeptFinding[]>;
  addSubmission(tx: Tx, of: { readonly person: PersonId; readonly id: CaseId }, at: Date): Promise<void>;
  submissionsSince(person: PersonId, since: Date): Promise<readonly Date[]>;
  erase(tx: Tx, person: PersonId): Promise<void>;
}

/** Counts texts sent and codes mistyped, for a day. */
export interface PhoneCodeStore {
  add(
    tx: Tx,
    of: { readonly person: PersonId; readonly id: CaseId },
    event: { readonly kind: 'sent' | 'wrong'; readonly number: Redacted<PhoneNumber>; readonly at: Date },
  ): Promise<void>;
  /** When, oldest first: of one person whatever the number, or of one number whoever asked. */
  since(
    tx: Tx,
    kind: 'sent' | 'wrong',
    of: { readonly person: PersonId } | { readonly number: Redacted<PhoneNumber> },
    since: Date,
  ): Promise<readonly Date[]>;
  removeBefore(before: Date): Promise<void>;
  erase(tx: Tx, person: PersonId): Promise<void>;
}

export interface KeptProofing {
  readonly facts: ProofingFacts;
  readonly verifiedAt: Date;
  /** Missing for what was proven before it was kept. */
  readonly likeness?: Likeness | undefined;
}

/** What was proven: facts without personal data. */
export interface ProvenStore {
  add(tx: Tx, of: { readonly person: PersonId; readonly id: CaseId }, proven: KeptProofing): Promise<void>;
  of(person: PersonId): Promise<readonly KeptProofing[]>;
  erase(tx: Tx, person: PersonId): Promise<void>;
}

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

/** Everything proofing keeps. */
export interface ProofingStores {
  readonly cases: CaseStore;
  readonly blobs: BlobStore;
  readonly findings: FindingStore;
  readonly proven: ProvenStore;
  readonly reviews: ReviewStore;
  readonly phoneCodes: PhoneCodeStore;
  /** Everything kept of `from` becomes the person's: their record of how they got their account back (A7, A27). */
  reassign(tx: Tx, from: PersonId, to: PersonId): Promise<void>;
}
