import { AppError } from '../../../kernel/index.ts';
import type { AttributeSource, CoreAttributes } from '../../assurance/index.ts';
import { evidenceKinds } from '../../evidence/index.ts';
import { type LiveCase, needDocument } from '../cases/index.ts';
import { type CurrentFindings, isAddressValidated, isPhoneConfirmed } from '../findings/index.ts';
import { isWithoutFace, type ReasonCode, waivedByComparison } from '../flow/index.ts';
import type { EvidenceFacts, ProofingFacts } from './proofing-facts.ts';

/** What happened, without personal data: from what the checks found and what an agent waived (A7, A27). */
export function factsOf(of: LiveCase, findings: CurrentFindings, completedAt: Date): ProofingFacts {
  const { consent } = of.contents.answers;
  if (!consent)
    throw new AppError('consent-missing', { message: 'A17: nothing is decided without a consent' });
  return {
    setting: 'remote-unattended',
    evidence: [documentFacts(of, findings, completedAt), ...phoneFacts(of, findings), ...seenFacts(of)],
    coreAttributes: coreAttributes(of, findings),
    consent,
    completedAt: completedAt.toISOString(),
    ...(of.agent && { agent: of.agent }),
  };
}

function documentFacts(of: LiveCase, findings: CurrentFindings, completedAt: Date): EvidenceFacts {
  const { kind, issuerId } = needDocument(of);
  const at = (found: { readonly at: Date } | undefined) => (found?.at ?? completedAt).toISOString();
  const inspected = waived(of, inspectedByAgent) || portraitSeen(of);
  const checked = inspected
    ? ({ method: 'agent-inspection', by: of.agent ?? 'agent' } as const)
    : ({ method: 'automated-document', by: 'signet' } as const);
  const confirmed = waived(of, ['document-not-confirmed', 'no-office-to-ask'])
    ? []
    : [{ method: 'issuer-record', by: issuerId, at: at(findings[evidenceKinds[kind].record]) } as const];
  return {
    kind: evidenceKinds[kind].ratedAs,
    issuer: issuerId,
    validated: [{ ...checked, at: at(findings.document) }, ...confirmed],
    verified: [ownershipOf(of, at(findings.face))],
  };
}

/** A7, A8, A10: by face, by an agent's eyes, or by a code that came to the address that the issuer bore out. */
function ownershipOf(of: LiveCase, comparedAt: string): EvidenceFacts['verified'][number] {
  const { mailedCode } = of.contents;
  const faceless = isWithoutFace(of.contents.answers);
  const compared = waived(of, faceless ? waivedByComparison : comparedByAgent);
  if (compared) return { pathway: 'agent-comparison', at: comparedAt };
  if (!faceless) return { pathway: 'face-comparison', at: comparedAt };
  if (!mailedCode?.confirmedAt) throw new AppError('mailed-code-missing');
  return {
    pathway: 'mailed-code',
    at: mailedCode.confirmedAt,
    destination: 'validated',
    ...(mailedCode.mailedAt && { mailedAt: mailedCode.mailedAt }),
  };
}

/** With any of these waived it was the agent who inspected the document, and saw what it says. */
const inspectedByAgent: readonly ReasonCode[] = [
  'document-needs-a-look',
  'no-office-to-ask',
  'front-unreadable',
  'front-is-no-document',
  'back-unreadable',
  'back-is-another-barcode',
  'front-is-another-card',
  'zone-unreadable',
  'page-unreadable',
  'page-is-no-document',
];

/** The face check's reason, and the portrait's alone: where no face is compared, the agent looked at the document. */
const portraitSeen = (of: LiveCase): boolean =>
  isWithoutFace(of.contents.answers) && waived(of, ['portrait-not-found']);

/** With any of these waived it was the agent who compared the faces: no algorithm found two that are alike. */
const comparedByAgent: readonly ReasonCode[] = [
  'portrait-not-found',
  'selfie-no-face',
  'selfie-several-faces',
  'selfie-face-too-small',
  'selfie-needs-a-look',
  'selfie-is-the-portrait',
  'selfie-not-live',
  'camera-in-doubt',
  'selfie-from-file',
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
      kind: evidenceKinds['phone-account'].ratedAs,
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
 * A1. Where an agent overruled a record, a source that the agent saw stands in its place; for an ITIN it always does. The issuer answers for the
 * postal code only, so the address counts as validated when that agrees, and is not stated when nobody holds it.
 */
function coreAttributes(of: LiveCase, findings: CurrentFindings): CoreAttributes {
  const agentSaw = waived(of, ['document-not-confirmed', 'record-not-confirmed', 'no-office-to-ask']);
  const source: AttributeSource = agentSaw ? 'credible' : 'authoritative';
  return {
    governmentIdentifier: waived(of, ['taxpayer-number']) ? 'credible' : source,
    name: source,
    birthDate: source,
    ...(isAddressValidated(findings) && { address: 'authoritative' }),
  };
}

const waived = (of: LiveCase, reasons: readonly ReasonCode[]): boolean =>
  reasons.some((reason) => of.waived.includes(reason));
