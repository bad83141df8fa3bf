import { AppError } from '../../kernel/index.ts';
import type { LiveCase } from './case-store.ts';
import type { ReasonCode } from './decision.ts';
import type { CurrentFindings } from './findings.ts';
import { needLicence } from './perform-check.ts';
import type { ProofingFacts, ValidatedAttribute, Validation } from './proofing-facts.ts';

type Evidence = ProofingFacts['evidence'][number];

/** What happened, without personal data, from what the checks found and what an agent waived (A7, A27). */
export function factsOf(of: LiveCase, findings: CurrentFindings, completedAt: Date): ProofingFacts {
  const { consent } = of.contents.answers;
  if (!consent)
    throw new AppError('consent-missing', { message: 'A17: nothing is decided without a consent' });
  const faceByAgent = waivedAny(of, ['selfie-needs-a-look', 'selfie-not-matched']);
  const documentByAgent = waivedAny(of, [
    'document-needs-a-look',
    'front-unreadable',
    'front-is-no-document',
  ]);
  const at = (found: { readonly at: Date } | undefined) => (found?.at ?? completedAt).toISOString();
  return {
    pathway: 'remote-unattended',
    evidence: [
      {
        type: 'licence',
        issuerId: needLicence(of).issuerId,
        validated: [
          byAgentOr(documentByAgent, 'barcode-against-print', [], at(findings.document)),
          motorVehicles(of, findings, at(findings['motor-vehicles'])),
        ],
        verified: {
          method: faceByAgent ? 'agent-comparison' : 'face-comparison',
          at: at(findings.face),
        },
      } satisfies Evidence,
    ],
    records: [socialSecurity(of, at(findings['social-security']))],
    automated: automated(faceByAgent, documentByAgent),
    consent,
    completedAt: completedAt.toISOString(),
    ...(of.agent && { agent: of.agent }),
  };
}

const waivedAny = (of: LiveCase, reasons: readonly ReasonCode[]): boolean =>
  reasons.some((reason) => of.waived.includes(reason));

/** The algorithms that this outcome rests on (A15, A16, A18): none where an agent decided in their place. */
function automated(faceByAgent: boolean, documentByAgent: boolean): ProofingFacts['automated'] {
  const face = faceByAgent ? [] : (['face', 'liveness'] as const);
  return documentByAgent ? face : [...face, 'document'];
}

function motorVehicles(of: LiveCase, findings: CurrentFindings, at: string): Validation {
  const match = findings['motor-vehicles']?.match ?? {};
  // The issuer answers for the postal code only, so the address counts as validated when that one agrees.
  const attributes: ValidatedAttribute[] = ['documentNumber', 'name', 'birthDate'];
  if (match.postalCode === 'match') attributes.push('address');
  return byAgentOr(waivedAny(of, ['document-not-confirmed']), 'issuer-record', attributes, at);
}

const socialSecurity = (of: LiveCase, at: string): Validation =>
  byAgentOr(
    waivedAny(of, ['record-not-confirmed']),
    'social-security-record',
    ['ssn', 'name', 'birthDate'],
    at,
  );

const byAgentOr = (
  byAgent: boolean,
  method: Validation['method'],
  attributes: readonly ValidatedAttribute[],
  at: string,
): Validation => ({ method: byAgent ? 'agent-decision' : method, at, attributes });
