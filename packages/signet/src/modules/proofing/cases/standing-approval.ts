import { type CheckName, checksOf, inputsOf } from '../findings/index.ts';
import { type Answers, isWithoutFace, type ReasonCode } from '../flow/index.ts';
import type { StoredCase } from './case.ts';

/** The check whose finding an agent looked past; `all`: it rests on every answer. */
const restsOn: Readonly<Record<ReasonCode, CheckName | 'all'>> = {
  'front-unreadable': 'document',
  'front-is-a-passport': 'all',
  'front-is-no-document': 'all',
  'portrait-not-found': 'face',
  'back-unreadable': 'all',
  'back-is-another-barcode': 'all',
  'zone-unreadable': 'all',
  'front-is-another-card': 'all',
  'page-unreadable': 'all',
  'page-is-a-license': 'all',
  'page-is-another-document': 'all',
  'page-is-no-document': 'all',
  'no-office-to-ask': 'document', // what the agent looked at in the office's place
  'document-expired': 'all',
  'document-not-accepted': 'all',
  'document-needs-a-look': 'document',
  'document-not-confirmed': 'document', // the issuer was asked about what stands on it
  'below-minimum-age': 'all',
  'selfie-no-face': 'face',
  'selfie-several-faces': 'face',
  'selfie-face-too-small': 'face',
  'selfie-not-matched': 'face',
  'selfie-needs-a-look': 'face',
  'selfie-not-live': 'face',
  'camera-in-doubt': 'face',
  'selfie-from-file': 'face',
  'selfie-is-the-portrait': 'face',
  'record-not-confirmed': 'social-security',
  'taxpayer-number': 'social-security',
  'phone-not-confirmed': 'phone-carrier',
  'phone-needs-a-look': 'phone-carrier',
  'no-phone': 'phone-carrier',
  'case-needs-a-look': 'all',
  'document-used-before': 'document',
  'picture-used-before': 'all',
  'phone-used-before': 'phone-carrier',
  'address-used-often': 'document',
  'network-used-often': 'all',
  'already-verified': 'all',
  'not-this-account': 'all',
  'review-refused': 'all',
  'review-expired': 'all',
  'records-unavailable-too-long': 'all',
  'no-letter-possible': 'all',
  'letter-not-mailed': 'all',
  'letter-not-used': 'all',
  'level-not-reached': 'all',
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

function isUnchanged(check: CheckName | 'all', old: Answers, now: Answers): boolean {
  if (check !== 'all') return inputsOf(check, old) === inputsOf(check, now);
  if (old.document !== now.document) return false;
  return (
    now.document === undefined ||
    checksOf(now.document, isWithoutFace(now)).every((one) => isUnchanged(one, old, now))
  );
}
