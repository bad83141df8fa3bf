import type { AuditRef, Clock, PersonId, Redacted, Result, Transact, Tx } from '../../kernel/index.ts';
import type { AuditLog } from '../audit/index.ts';
import type { FaceMatcher } from '../biometrics/index.ts';
import type { LicenseReader, Photo, PhotoQuality, PhotoRefusal } from '../evidence/index.ts';
import type {
  MotorVehicleRecords,
  PhoneCarrierRecords,
  PhoneNumber,
  SocialSecurityRecords,
} from '../records/index.ts';
import type { LikenessDigests, SsnIndex, Vault } from '../vault/index.ts';
import type { ProofingStores } from './cases/case-store.ts';
import type { PhotoRole } from './flow/steps.ts';
import type { ProofingNumbers, ProofingSettings } from './settings.ts';

/** Jobs written in the caller's transaction: they exist exactly when it commits. Data holds ids and codes only. */
export interface JobQueue {
  enqueue(
    tx: Tx,
    name: string,
    data: Readonly<Record<string, string | number>>,
    options?: { readonly afterSeconds?: number },
  ): Promise<void>;
}

/** Photos as they come from a browser. */
export interface PhotoIntake {
  take(bytes: Uint8Array): Promise<Result<Photo, PhotoRefusal>>;
  measure(photo: Photo, role: PhotoRole): Promise<PhotoQuality>;
}

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
  | { readonly kind: 'proofing-needs-person'; readonly reference: string };

export interface Notices {
  send(tx: Tx, person: PersonId, notice: ProofingNotice): Promise<void>;
  /** Texts a code, or forgets it when it could not be delivered by `until`. */
  textCode(
    tx: Tx,
    person: PersonId,
    text: {
      readonly to: Redacted<PhoneNumber>;
      readonly code: Redacted<string>;
      readonly minutes: number;
      readonly until: Date;
    },
  ): Promise<void>;
}

/** How the audit log names a person. */
export type SubjectOf = (tx: Tx, person: PersonId) => Promise<AuditRef>;

/** Everything proofing needs from others. */
export interface ProofingDeps {
  readonly clock: Clock;
  readonly transact: Transact;
  readonly stores: ProofingStores;
  readonly jobs: JobQueue;
  readonly intake: PhotoIntake;
  readonly licenseReader: LicenseReader;
  readonly faceMatcher: FaceMatcher;
  readonly motorVehicles: MotorVehicleRecords;
  readonly socialSecurity: SocialSecurityRecords;
  readonly phoneCarrier: PhoneCarrierRecords;
  readonly vault: Pick<Vault, 'create' | 'addWayIn' | 'open' | 'deposit' | 'renew' | 'erase'>;
  readonly ssnIndex: SsnIndex;
  readonly likenessOf: LikenessDigests;
  readonly audit: Pick<AuditLog, 'record'>;
  readonly subjectOf: SubjectOf;
  readonly notices: Notices;
  readonly settings: Pick<ProofingSettings, 'profile' | 'acceptsIssuer' | 'measured'> &
    Partial<ProofingNumbers>;
}

/** The same with every number settled. */
export interface Deps extends ProofingDeps {
  readonly settings: ProofingSettings;
}
