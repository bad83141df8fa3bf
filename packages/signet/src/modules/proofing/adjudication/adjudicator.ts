import {
  type CheckName,
  type CurrentFindings,
  checksOf,
  type FindingOf,
  isMailingAddressConfirmed,
} from '../findings/index.ts';
import type { ReasonCode, Required } from '../flow/index.ts';
import { judgeDocument } from './judge-document.ts';
import { judgeFace, judgePortraitAlone } from './judge-face.ts';
import { judgePhone } from './judge-phone.ts';
import { judgeMotorVehicles, judgePassportOffice, judgeSocialSecurity } from './judge-records.ts';
import type { JudgingContext, Judgment } from './judgment.ts';

/**
 * The next check to run, or what the findings come to. A needs-person decision gets its reference when kept; its `told`
 * is what the person reads, where the agent sees all `reasons`.
 */
export type Ruling =
  | { readonly next: 'run'; readonly check: CheckName }
  | { readonly next: 'verified' }
  | {
      readonly next: 'decide';
      readonly judgment: Extract<Judgment, { verdict: 'try-again' | 'refuse' }> | NeedsPerson;
    };

type NeedsPerson = Extract<Judgment, { verdict: 'needs-person' }> & { readonly told: readonly ReasonCode[] };

/** How each finding is judged; a new check asks for its judge here. */
const judges: {
  readonly [Check in CheckName]: (
    finding: FindingOf[Check],
    context: JudgingContext,
    others: CurrentFindings,
  ) => Judgment;
} = {
  document: judgeDocument,
  face: judgeFace,
  portrait: judgePortraitAlone,
  'motor-vehicles': judgeMotorVehicles,
  'passport-office': judgePassportOffice,
  'social-security': judgeSocialSecurity,
  'phone-carrier': judgePhone,
};

function judge<Check extends CheckName>(
  check: Check,
  findings: CurrentFindings,
  context: JudgingContext,
): Judgment | undefined {
  const finding = findings[check];
  return finding && judges[check](finding, context, findings);
}

/**
 * Turns findings into the next check or a decision; pure, and apart from the checks. No record is asked about someone
 * whose document or face already failed. Of the records all are asked before anything is decided: were the first no
 * an end, then what a person is told, and how soon, would say which of them it was, and stolen data could be tested
 * here (A22, finding S3). Reasons that an agent waived no longer count.
 */
export function adjudicate(
  findings: CurrentFindings,
  waived: readonly ReasonCode[],
  context: JudgingContext,
): Ruling {
  const held: ReasonCode[] = [];
  const unconfirmed: ReasonCode[] = [];
  for (const check of checksOf(context.document, context.withoutFace)) {
    const found = judge(check, findings, context);
    if (!found) return { next: 'run', check };
    const judgment = withoutWaived(found, waived);
    if (judgment.verdict === 'hold') held.push(...judgment.reasons);
    else if (judgment.verdict === 'unconfirmed') unconfirmed.push(...judgment.reasons);
    else if (judgment.verdict === 'needs-person') {
      const told = [...held, ...judgment.reasons];
      return needsPerson([...held, ...unconfirmed, ...judgment.reasons], told);
    } else if (judgment.verdict !== 'pass') return { next: 'decide', judgment };
  }
  if (unconfirmed.length === 0) held.push(...reasonsForNoLetter(findings, waived, context));
  if (held.length > 0) return needsPerson([...held, ...unconfirmed], held);
  return unconfirmed.length > 0 ? ruleUnconfirmed(unconfirmed, context) : { next: 'verified' };
}

/** A8: a code that stands for a face goes to no address but one that the document's issuer bore out. */
function reasonsForNoLetter(
  findings: CurrentFindings,
  waived: readonly ReasonCode[],
  { withoutFace, isMailable }: JudgingContext,
): readonly ReasonCode[] {
  const record = findings['motor-vehicles'];
  const lacksOne = withoutFace && !(isMailable && record && isMailingAddressConfirmed(record));
  return lacksOne && !waived.includes('no-letter-possible') ? ['no-letter-possible'] : [];
}

/**
 * The number may have been a slip of the finger, and is the one thing that somebody can look at again: so it is asked
 * for once more whichever office said no, and then a person looks.
 */
function ruleUnconfirmed(reasons: readonly ReasonCode[], { history, settings }: JudgingContext): Ruling {
  const told = ['record-not-confirmed'] as const;
  if (history.numberTries >= settings.numberTries) return needsPerson(reasons, told);
  return { next: 'decide', judgment: { verdict: 'try-again', redo: ['ssn'], reasons: told } };
}

/** The agent sees, and may waive, everything at once. */
const needsPerson = (
  reasons: readonly ReasonCode[],
  told: readonly ReasonCode[],
): Exclude<Ruling, { next: 'run' }> => ({
  next: 'decide',
  judgment: { verdict: 'needs-person', reasons: [...new Set(reasons)], told: [...new Set(told)] },
});

/**
 * A22: a signal decides nothing, the agent does. A case that would pass waits for an agent, and one that waits anyway gets the
 * reasons with its others. Nobody is refused for a signal or asked for anything again, and the person reads the same of each.
 */
export function withReasonsToLook(
  ruling: Exclude<Ruling, { next: 'run' }>,
  raised: readonly ReasonCode[],
  waived: readonly ReasonCode[],
): Exclude<Ruling, { next: 'run' }> {
  const reasons = raised.filter((reason) => !waived.includes(reason));
  if (reasons.length === 0) return ruling;
  if (ruling.next === 'verified') return needsPerson(reasons, ['case-needs-a-look']);
  if (ruling.judgment.verdict !== 'needs-person') return ruling;
  const { judgment } = ruling;
  return needsPerson([...judgment.reasons, ...reasons], judgment.told);
}

function withoutWaived(judgment: Judgment, waived: readonly ReasonCode[]): Judgment {
  if (judgment.verdict === 'pass') return judgment;
  const reasons = judgment.reasons.filter((reason) => !waived.includes(reason));
  return reasons.length === 0 ? { verdict: 'pass' } : { ...judgment, reasons };
}

/**
 * Without data or print that was read there is no identity to approve, whatever the reason was called. A person whom the death
 * record names does not become another by a look (A22); the record is put right where it is kept.
 */
const neverWaived: readonly ReasonCode[] = ['level-not-reached'];
export const mayWaive = (reasons: readonly ReasonCode[], findings: CurrentFindings): boolean =>
  (findings.document?.data === 'read' || findings.document?.byPrint === true) &&
  findings['social-security']?.result !== 'deceased' &&
  !reasons.some((reason) => neverWaived.includes(reason));

/** A3: with these there is no second piece of evidence, so an agent who approves must have seen another one. */
const needsEvidence: readonly ReasonCode[] = ['no-phone', 'phone-not-confirmed'];
export const lacksEvidence = (reasons: readonly ReasonCode[], { ial }: Required): boolean =>
  ial > 1 && reasons.some((reason) => needsEvidence.includes(reason));
