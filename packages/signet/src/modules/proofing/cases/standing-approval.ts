import { type CheckName, inputsOf } from '../findings/findings.ts';
import type { Answers } from '../flow/answers.ts';
import type { ReasonCode } from '../flow/decision.ts';
import type { StoredCase } from './case-store.ts';

/** The check whose finding an agent looked past. A reason that is not here rests on every answer. */
const restsOn: Readonly<Partial<Record<ReasonCode, CheckName>>> = {
  'front-unreadable': 'document',
  'document-needs-a-look': 'document',
  'portrait-not-found': 'face',
  'selfie-no-face': 'face',
  'selfie-several-faces': 'face',
  'selfie-face-too-small': 'face',
  'selfie-not-matched': 'face',
  'selfie-needs-a-look': 'face',
  'document-not-confirmed': 'motor-vehicles',
  'record-not-confirmed': 'social-security',
  'phone-not-confirmed': 'phone-carrier',
  'phone-needs-a-look': 'phone-carrier',
  'no-phone': 'phone-carrier',
};

/**
 * What an agent approved was what the agent looked at (A21): where the answers change under it, the approval falls.
 * Otherwise a genuine license and a poor selfie would be approved, and the license then changed for somebody else's.
 */
export function withStandingApproval(before: StoredCase, changed: StoredCase): StoredCase {
  if (!before.contents || !changed.contents || changed.waived.length === 0) return changed;
  const [old, now] = [before.contents.answers, changed.contents.answers];
  const stands = (reason: ReasonCode) => isUnchanged(restsOn[reason], old, now);
  const waived = changed.waived.filter(stands);
  const { seen, ...contents } = changed.contents;
  const sees = seen && isUnchanged('phone-carrier', old, now); // it stands in the phone account's place
  const { agent, ...rest } = changed;
  return {
    ...rest,
    waived,
    contents: { ...contents, ...(sees && { seen }) },
    ...(waived.length > 0 && agent && { agent }),
  };
}

const all: readonly CheckName[] = ['document', 'face', 'motor-vehicles', 'social-security', 'phone-carrier'];

const isUnchanged = (check: CheckName | undefined, old: Answers, now: Answers): boolean =>
  (check ? [check] : all).every((one) => inputsOf(one, old) === inputsOf(one, now));
