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
