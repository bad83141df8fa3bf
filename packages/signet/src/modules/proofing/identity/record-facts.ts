import { AppError } from '../../../kernel/index.ts';
import type { AttributeSource, CoreAttributes } from '../../assurance/index.ts';
import { isPhoneConfirmed } from '../adjudication/judge-phone.ts';
import type { LiveCase } from '../cases/case-store.ts';
import { needLicense } from '../checks/perform-check.ts';
import type { CurrentFindings } from '../findings/findings.ts';
import type { ReasonCode } from '../flow/decision.ts';
import type { EvidenceFacts, ProofingFacts } from './proofing-facts.ts';

/** What happened, without personal data: from what the checks found and what an agent waived (A7, A27). */
export function factsOf(of: LiveCase, findings: CurrentFindings, completedAt: Date): ProofingFacts {
  const { consent } = of.contents.answers;
  if (!consent)
    throw new AppError('consent-missing', { message: 'A17: nothing is decided without a consent' });
  return {
    setting: 'remote-unattended',
    evidence: [licenseFacts(of, findings, completedAt), ...phoneFacts(of, findings), ...seenFacts(of)],
    coreAttributes: coreAttributes(of, findings),
    consent,
    completedAt: completedAt.toISOString(),
    ...(of.agent && { agent: of.agent }),
  };
}

function licenseFacts(of: LiveCase, findings: CurrentFindings, completedAt: Date): EvidenceFacts {
  const { issuerId } = needLicense(of);
  const at = (found: { readonly at: Date } | undefined) => (found?.at ?? completedAt).toISOString();
  const inspected = waived(of, ['document-needs-a-look', 'front-unreadable', 'front-is-no-document']);
  const compared = waived(of, comparedByAgent);
  const document = inspected
    ? ({ method: 'agent-inspection', by: of.agent ?? 'agent' } as const)
    : ({ method: 'automated-document', by: 'signet' } as const);
  const confirmed = waived(of, ['document-not-confirmed'])
    ? []
    : [{ method: 'issuer-record', by: issuerId, at: at(findings['motor-vehicles']) } as const];
  return {
    kind: 'drivers-license', // or state ID: one issuer, one procedure, one strength (A4)
    issuer: issuerId,
    validated: [{ ...document, at: at(findings.document) }, ...confirmed],
    verified: [{ pathway: compared ? 'agent-comparison' : 'face-comparison', at: at(findings.face) }],
  };
}

/** With any of these waived it was the agent who compared the faces: no algorithm found two that are alike. */
const comparedByAgent: readonly ReasonCode[] = [
  'portrait-not-found',
  'selfie-no-face',
  'selfie-several-faces',
  'selfie-face-too-small',
  'selfie-needs-a-look',
  'selfie-not-matched',
];

/** A4, A9: the carrier confirmed the account, and a code that was texted to it showed who holds the phone. */
function phoneFacts(of: LiveCase, findings: CurrentFindings): EvidenceFacts[] {
  const { phoneCode } = of.contents.answers;
  const found = findings['phone-carrier'];
  if (!found || !isPhoneConfirmed(found) || !phoneCode || !('confirmedAt' in phoneCode)) return [];
  const { carrier } = found;
  const at = found.at.toISOString();
  const verified = { pathway: 'phone-code', at: phoneCode.confirmedAt, destination: 'validated' } as const;
  return [
    {
      kind: 'phone-account',
      issuer: carrier,
      validated: [{ method: 'issuer-record', by: carrier, at }],
      verified: [verified],
    },
  ];
}

/** A8, A21: what an agent inspected and compared with its holder in place of a missing piece. */
function seenFacts({ contents: { seen }, agent = 'agent' }: LiveCase): EvidenceFacts[] {
  if (!seen) return [];
  const { kind, issuer, at } = seen;
  return [
    {
      kind,
      issuer,
      portrait: true,
      validated: [{ method: 'agent-inspection', by: agent, at }],
      verified: [{ pathway: 'agent-comparison', at }],
    },
  ];
}

/**
 * A1. Where an agent overruled a record, a source that the agent saw stands in its place. The issuer answers for the
 * postal code only, so the address counts as validated when that agrees, and is not stated when nobody holds it.
 */
function coreAttributes(of: LiveCase, findings: CurrentFindings): CoreAttributes {
  const agentSaw = waived(of, ['document-not-confirmed', 'record-not-confirmed']);
  const source: AttributeSource = agentSaw ? 'credible' : 'authoritative';
  return {
    governmentIdentifier: source,
    name: source,
    birthDate: source,
    ...(isAddressValidated(findings) && { address: 'authoritative' }),
  };
}

export const isAddressValidated = (findings: CurrentFindings): boolean =>
  findings['motor-vehicles']?.match.postalCode === 'match';

const waived = (of: LiveCase, reasons: readonly ReasonCode[]): boolean =>
  reasons.some((reason) => of.waived.includes(reason));
