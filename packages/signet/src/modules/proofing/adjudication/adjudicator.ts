import type { CheckName, CurrentFindings, Finding } from '../findings/findings.ts';
import type { ReasonCode } from '../flow/decision.ts';
import type { Required } from '../flow/steps.ts';
import { judgeDocument } from './judge-document.ts';
import { judgeFace } from './judge-face.ts';
import { judgePhone } from './judge-phone.ts';
import { judgeMotorVehicles, judgeSocialSecurity } from './judge-records.ts';
import type { Bench, Judgment } from './judgment.ts';

/** The next check to run, or what the findings come to. A needs-person decision gets its reference when kept. */
export type Ruling =
  | { readonly next: 'run'; readonly check: CheckName }
  | { readonly next: 'verified' }
  | { readonly next: 'decide'; readonly judgment: Exclude<Judgment, { verdict: 'pass' | 'hold' }> };

const judges: readonly {
  readonly check: CheckName;
  readonly judge: (findings: CurrentFindings, bench: Bench) => Judgment | undefined;
}[] = [
  { check: 'document', judge: ({ document }, bench) => document && judgeDocument(document, bench) },
  { check: 'face', judge: ({ face }, bench) => face && judgeFace(face, bench) },
  { check: 'motor-vehicles', judge: (findings) => optional(findings['motor-vehicles'], judgeMotorVehicles) },
  {
    check: 'social-security',
    judge: (findings, bench) => optional(findings['social-security'], judgeSocialSecurity, bench),
  },
  {
    check: 'phone-carrier',
    judge: (findings, bench) => optional(findings['phone-carrier'], judgePhone, bench),
  },
];

function optional<F extends Finding, Rest extends unknown[]>(
  finding: F | undefined,
  judge: (finding: F, ...rest: Rest) => Judgment,
  ...rest: Rest
): Judgment | undefined {
  return finding && judge(finding, ...rest);
}

/**
 * Turns findings into the next check or a decision; pure, and apart from the checks. The first finding that stops
 * ends it, so no record is asked about someone whose document or face already failed (A22: it would be a way to
 * test stolen data). Reasons that an agent waived no longer count.
 */
export function adjudicate(findings: CurrentFindings, waived: readonly ReasonCode[], bench: Bench): Ruling {
  const held: ReasonCode[] = [];
  for (const { check, judge } of judges) {
    const found = judge(findings, bench);
    if (!found) return { next: 'run', check };
    const judgment = withoutWaived(found, waived);
    if (judgment.verdict === 'hold') held.push(...judgment.reasons);
    else if (judgment.verdict === 'needs-person') return needsPerson([...held, ...judgment.reasons]);
    else if (judgment.verdict !== 'pass') return { next: 'decide', judgment };
  }
  return held.length > 0 ? needsPerson(held) : { next: 'verified' };
}

/** The agent sees, and may waive, everything at once. */
const needsPerson = (reasons: readonly ReasonCode[]): Ruling => ({
  next: 'decide',
  judgment: { verdict: 'needs-person', reasons: [...new Set(reasons)] },
});

function withoutWaived(judgment: Judgment, waived: readonly ReasonCode[]): Judgment {
  if (judgment.verdict === 'pass') return judgment;
  const reasons = judgment.reasons.filter((reason) => !waived.includes(reason));
  return reasons.length === 0 ? { verdict: 'pass' } : { ...judgment, reasons };
}

/**
 * Without a barcode there is no identity to approve, whatever the reason was called. Whom the death record names does
 * not become another by a look (A22); the record is put right where it is kept.
 */
const needsBarcode: readonly ReasonCode[] = [
  'back-unreadable',
  'back-is-another-barcode',
  'level-not-reached',
];
export const mayWaive = (reasons: readonly ReasonCode[], findings: CurrentFindings): boolean =>
  findings.document?.barcode === 'read' &&
  findings['social-security']?.result !== 'deceased' &&
  !reasons.some((reason) => needsBarcode.includes(reason));

/** A3: with these there is no second piece of evidence, so an agent who approves must have seen another one. */
const needsEvidence: readonly ReasonCode[] = ['no-phone', 'phone-not-confirmed'];
export const lacksEvidence = (reasons: readonly ReasonCode[], { ial }: Required): boolean =>
  ial > 1 && reasons.some((reason) => needsEvidence.includes(reason));
