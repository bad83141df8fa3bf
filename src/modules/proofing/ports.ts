import type { AuditRef, PersonId, Redacted, Result, Tx } from '../../kernel/index.ts';
import type { Photo, PhotoQuality, PhotoRefusal } from '../evidence/index.ts';

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
  measure(photo: Photo): Promise<PhotoQuality>;
}

export interface PostalAddress {
  readonly street: string;
  readonly city: string;
  readonly state: string; // two letters
  readonly postalCode: string;
}

/** What a person is told when they are not looking. */
export type ProofingNotice =
  /** A14: to the validated postal address and to every address on file: that, when, and how to repudiate. */
  | {
      readonly kind: 'identity-verified';
      readonly at: Date;
      readonly recipient: Redacted<{ readonly name: string; readonly address: PostalAddress }>;
    }
  | { readonly kind: 'proofing-waits' } // an authority does not answer: "we'll mail you"
  | { readonly kind: 'proofing-decided' } // a waiting case was decided: sign in to see
  | { readonly kind: 'proofing-needs-person'; readonly reference: string };

export interface Notices {
  send(tx: Tx, person: PersonId, notice: ProofingNotice): Promise<void>;
}

/** How the audit log names a person. */
export interface Subjects {
  auditRef(tx: Tx, person: PersonId): Promise<AuditRef>;
}

/** One person an SSN: a keyed digest, never the number (DESIGN §4). */
export interface SsnIndex {
  claim(tx: Tx, ssn: string, person: PersonId): Promise<'claimed' | 'held-by-another'>;
  release(tx: Tx, person: PersonId): Promise<void>;
}

/** How one piece of evidence, or the data on it, was validated (A1, A27). */
export interface Validation {
  readonly method: 'barcode-against-print' | 'issuer-record' | 'social-security-record' | 'agent-decision';
  readonly at: string; // ISO time
  readonly attributes: readonly ValidatedAttribute[];
}

export type ValidatedAttribute = 'documentNumber' | 'name' | 'birthDate' | 'address' | 'ssn';

/**
 * What happened in a proofing, without personal data (A7, A27). Levels are computed from this, never stored.
 * `automated` names the algorithms relied on, since they count only where their error rates are on file
 * (A15, A16, A18).
 */
export interface ProofingFacts {
  readonly pathway: 'remote-unattended';
  readonly evidence: readonly {
    readonly type: 'licence'; // driver's licence or state ID (A4: STRONG)
    readonly issuerId: string;
    readonly validated: readonly Validation[];
    readonly verified: {
      readonly method: 'face-comparison' | 'agent-comparison'; // A7: how ownership was verified
      readonly at: string;
    };
  }[];
  readonly records: readonly Validation[];
  readonly automated: readonly ('face' | 'liveness' | 'document')[];
  readonly consent: { readonly version: string; readonly at: string };
  readonly agent?: string; // pseudonymous reference of who decided, where one did
  readonly completedAt: string;
}

/** `assurance`: the only place that says a level. `reasons` are rule ids. */
export type DecideIal = (facts: ProofingFacts) => {
  readonly ial: 0 | 1 | 2 | 3;
  readonly reasons: readonly string[];
};
