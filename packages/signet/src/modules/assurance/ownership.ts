import type { Strength } from './evidence-strength.ts';
import { met, type Reason, unmet } from './reason.ts';

/** How it was verified that the applicant is the one whom the evidence is about (A6-A10). */
export const pathways = [
  'face-comparison', // automated, selfie against the portrait
  'agent-comparison', // a trained agent compares face and portrait, live or later
  'mailed-code',
  'phone-code', // text message or voice call
  'email-code',
  'microtransaction',
  'account-login', // AAL2 and FAL2 at the account itself
  'credential-presentation', // the holder unlocks it, and it answers with a bundle that verifies
  'knowledge-questions',
] as const;
export type Pathway = (typeof pathways)[number];

export interface Verification {
  readonly pathway: Pathway;
  readonly at: Date;
  /** Codes: where it went. `validated` is an address of the evidence that its source confirmed. */
  readonly destination?: 'validated' | 'unvalidated';
  /** Codes by mail: when they left. */
  readonly mailedAt?: string;
}

/** A8-A10, SP 800-63A-4 section 4.2.6: which pathway can verify which strength. */
const verifies: Readonly<Record<Pathway, readonly Strength[]>> = {
  'face-comparison': ['FAIR', 'STRONG', 'SUPERIOR'],
  'agent-comparison': ['FAIR', 'STRONG', 'SUPERIOR'],
  'mailed-code': ['FAIR', 'STRONG', 'SUPERIOR'],
  'phone-code': ['FAIR'],
  'email-code': [],
  microtransaction: ['FAIR'],
  'account-login': ['FAIR'],
  'credential-presentation': ['SUPERIOR'],
  'knowledge-questions': [],
};

const ruleOf: Readonly<Record<Pathway, Reason['rule']>> = {
  'face-comparison': 'A10',
  'agent-comparison': 'A8',
  'mailed-code': 'A8',
  'phone-code': 'A8',
  'email-code': 'A8',
  microtransaction: 'A9',
  'account-login': 'A9',
  'credential-presentation': 'A9',
  'knowledge-questions': 'A6',
};

const needsPortrait: readonly Pathway[] = ['face-comparison', 'agent-comparison'];
const needsAddress: readonly Pathway[] = ['mailed-code', 'phone-code'];

/** A piece as it was validated, and what its kind is worth at best. */
interface ValidatedPiece {
  readonly strength: Strength;
  readonly nominal: Strength;
  readonly portrait: boolean;
}

/**
 * Whether one verification shows ownership of a piece, and the rule that says so. A pathway must fit the kind as
 * well as what became of it: a license that counts as FAIR for want of a portrait is still no phone account.
 */
export function ownershipBy(
  verification: Verification,
  evidence: ValidatedPiece,
  counts: { readonly face: Reason },
): Reason {
  const { pathway, destination } = verification;
  const rule = ruleOf[pathway];
  const unfit = [evidence.nominal, evidence.strength].find((worth) => !verifies[pathway].includes(worth));
  if (unfit) return unmet(rule, `${pathway}-cannot-verify-${unfit.toLowerCase()}`);
  if (needsPortrait.includes(pathway) && !evidence.portrait)
    return unmet(rule, `${pathway}-needs-a-portrait`);
  if (needsAddress.includes(pathway) && destination !== 'validated') {
    return unmet(rule, `${pathway}-needs-a-validated-address`);
  }
  if (pathway === 'face-comparison' && !counts.face.ok) return counts.face;
  return met(rule, `verified-by-${pathway}`);
}
