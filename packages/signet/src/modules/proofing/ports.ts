import type { Clock, PersonId, Transact, Tx } from '../../kernel/index.ts';
import type { AuditLog } from '../audit/index.ts';
import type { FaceMatcher } from '../biometrics/index.ts';
import type { DocumentReaders } from '../evidence/index.ts';
import type { Quotas } from '../quotas/index.ts';
import type { Circuits, RecordAuthorities } from '../records/index.ts';
import type { LikenessDigests, SsnIndex, Vault } from '../vault/index.ts';
import type { LookLate } from './adjudication/index.ts';
import type { PhotoIntake } from './answers/index.ts';
import type {
  CallBackLetters,
  Notices as CaseNotices,
  CaseStore,
  ImageStore,
  JobQueue,
  SubjectOf,
} from './cases/index.ts';
import type { FindingStore } from './findings/index.ts';
import type { SignalStore } from './fraud/index.ts';
import type { ProvenStore } from './identity/index.ts';
import type { FrameIntake } from './live-selfie/index.ts';
import type { MailLetter } from './mailed-code/index.ts';
import type { HasPhone, LineTypeOf, PhoneCodeStore, TextCode } from './phone-account/index.ts';
import type { IsSignedIn, PhoneLinkStore } from './phone-capture/index.ts';
import type { ReviewStore } from './review/index.ts';
import type { PassageStore } from './scoreboard/index.ts';
import type { ProofingNumbers, ProofingSettings } from './settings.ts';

export interface Notices extends CaseNotices {
  readonly textCode: TextCode;
  readonly callBackLetters: CallBackLetters;
  /** Absent: this deployment mails no letters, and offers none. */
  readonly mailLetter?: MailLetter | undefined;
  /** Whether every letter of a line can be printed. */
  readonly canPrint: (line: string) => boolean;
}

/** Everything proofing keeps. */
export interface ProofingStores {
  readonly cases: CaseStore;
  readonly images: ImageStore;
  readonly findings: FindingStore;
  readonly proven: ProvenStore;
  readonly reviews: ReviewStore;
  readonly phoneCodes: PhoneCodeStore;
  readonly phoneLinks: PhoneLinkStore;
  readonly passages: PassageStore;
  readonly signals: SignalStore;
  /** Everything kept of `from` becomes the person's: their record of how they got their account back (A7, A27). */
  reassign(tx: Tx, from: PersonId, to: PersonId): Promise<void>;
}

/** Everything proofing needs from others; `create-proofing.ts` hands each room its part. */
export interface ProofingNeeds {
  readonly clock: Clock;
  readonly transact: Transact;
  readonly stores: ProofingStores;
  readonly jobs: JobQueue;
  readonly intake: PhotoIntake & FrameIntake;
  /** Looks at a photo as the intake does at once, here where the checks run. */
  readonly lookLate: LookLate;
  /** What is counted over all accounts and cases. */
  readonly quotas: Quotas;
  readonly readers: DocumentReaders;
  readonly faceMatcher: FaceMatcher;
  readonly records: RecordAuthorities;
  /** Whether an office answers is known to all processes together. */
  readonly circuits: Pick<Circuits, 'ask'>;
  readonly vault: Pick<Vault, 'create' | 'addWayIn' | 'open' | 'deposit' | 'renew' | 'erase'>;
  readonly ssnIndex: SsnIndex;
  readonly likenessOf: LikenessDigests;
  readonly audit: Pick<AuditLog, 'record'>;
  readonly subjectOf: SubjectOf;
  readonly notices: Notices;
  readonly hasPhone: HasPhone;
  readonly lineTypeOf: LineTypeOf;
  readonly isSignedIn: IsSignedIn;
  readonly settings: Pick<ProofingSettings, 'profile' | 'measured' | 'fraud'> & Partial<ProofingNumbers>;
}
