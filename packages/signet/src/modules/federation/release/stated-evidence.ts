import { issuerName } from '../../evidence/index.ts';
import type { ProofingFacts } from '../../proofing/index.ts';

/** The recorded facts in the words of OpenID Identity Assurance (P7): kinds and methods, no personal data. */
export const statedEvidence = (facts: ProofingFacts): readonly Readonly<Record<string, unknown>>[] =>
  facts.evidence.map(({ kind, issuer, validated, verified }) => ({
    type: kind === 'phone-account' ? 'electronic_record' : 'document',
    kind,
    issuer: { name: issuerName(issuer) },
    check_details: [
      ...validated.map(({ method, at }) => ({ check_method: method, time: at })),
      ...verified.map(({ pathway, at }) => ({ check_method: pathway, time: at })),
    ],
  }));
