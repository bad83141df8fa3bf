import type {
  CoreAttributes,
  EvidenceKind,
  IdentityFacts,
  MeasuredAlgorithms,
  Pathway,
  ValidationMethod,
} from '../../assurance/index.ts';

/**
 * What happened in a proofing, without personal data (A7, A27); times are ISO. This is what is kept: the level is
 * computed from it whenever one is asked for.
 */
export interface ProofingFacts {
  readonly setting: 'remote-unattended';
  readonly evidence: readonly EvidenceFacts[];
  readonly coreAttributes: CoreAttributes;
  readonly consent: { readonly version: string; readonly at: string };
  readonly agent?: string; // pseudonymous reference of who decided, where one did
  readonly completedAt: string;
}

export interface EvidenceFacts {
  readonly kind: EvidenceKind;
  readonly issuer: string; // for a license, the AAMVA issuer identification number
  readonly validated: readonly {
    readonly method: ValidationMethod;
    readonly by: string; // `signet`, the issuer, or an agent's reference
    readonly at: string;
  }[];
  readonly verified: readonly {
    readonly pathway: Pathway;
    readonly at: string;
    readonly destination?: 'validated'; // codes: the account is the one that its issuer bore out
  }[];
  readonly portrait?: true; // for kinds that carry one only sometimes
}

/** The facts as `assurance` takes them, in this deployment: what was measured is the operator's to say (A15, A18). */
export function identityFacts(
  facts: ProofingFacts,
  deployment: { readonly measured: MeasuredAlgorithms; readonly sandbox: boolean },
): IdentityFacts {
  return {
    ...deployment,
    setting: facts.setting,
    coreAttributes: facts.coreAttributes,
    ssnKnown: true,
    evidence: facts.evidence.map((piece) => ({
      kind: piece.kind,
      issuer: piece.issuer,
      ...(piece.portrait && { portrait: piece.portrait }),
      validated: piece.validated.map((one) => ({ ...one, at: new Date(one.at) })),
      verified: piece.verified.map((one) => ({ ...one, at: new Date(one.at) })),
    })),
  };
}
