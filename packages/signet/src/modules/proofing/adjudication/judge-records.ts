import {
  isConfirmedByIssuer,
  type MotorVehiclesFinding,
  type SocialSecurityFinding,
} from '../findings/index.ts';
import type { JudgingContext, Judgment } from './judgment.ts';

/** One reason whatever the issuer disagreed with or said of the document (A22). */
export function judgeMotorVehicles(finding: MotorVehiclesFinding): Judgment {
  return isConfirmedByIssuer(finding)
    ? { verdict: 'pass' }
    : { verdict: 'needs-person', reasons: ['document-not-confirmed'] };
}

/**
 * A mismatch may be a slip of the finger: one more try. Someone on the death record, a second mismatch, and a number
 * that nobody was asked about, since too many were tried for this person, go to a person with the very same words (A22). Of an ITIN nothing is wrong: the rest is checked, and then a person looks (D6).
 */
export function judgeSocialSecurity(
  finding: SocialSecurityFinding,
  { history, settings }: JudgingContext,
): Judgment {
  if (finding.result === 'match') return { verdict: 'pass' };
  if (finding.result === 'not-asked') return { verdict: 'hold', reasons: ['taxpayer-number'] };
  const slip = finding.result === 'no-match' && history.ssnMismatches < settings.ssnMismatches;
  return slip
    ? { verdict: 'try-again', redo: ['ssn'], reasons: ['record-not-confirmed'] }
    : { verdict: 'needs-person', reasons: ['record-not-confirmed'] };
}
