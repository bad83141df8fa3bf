import {
  isConfirmedByIssuer,
  type MotorVehiclesFinding,
  type PassportOfficeFinding,
  type SocialSecurityFinding,
} from '../findings/index.ts';
import type { Judgment } from './judgment.ts';

/** One reason whatever the issuer disagreed with or said of the document (A22). */
export function judgeMotorVehicles(finding: MotorVehiclesFinding): Judgment {
  return isConfirmedByIssuer(finding)
    ? { verdict: 'pass' }
    : { verdict: 'unconfirmed', reasons: ['document-not-confirmed'] };
}

/** As of a license. Another state's passport is nothing wrong: no office here keeps its record, so a person looks at it. */
export function judgePassportOffice(finding: PassportOfficeFinding): Judgment {
  if (finding.status === 'no-office') return { verdict: 'hold', reasons: ['no-office-to-ask'] };
  return isConfirmedByIssuer(finding)
    ? { verdict: 'pass' }
    : { verdict: 'unconfirmed', reasons: ['document-not-confirmed'] };
}

/**
 * A mismatch, the death record, and a number that nobody was asked about, since too many were tried for this person, are
 * one and the same (A22). Of an ITIN nothing is wrong: the rest is checked, and then a person looks (D6).
 */
export function judgeSocialSecurity({ result }: SocialSecurityFinding): Judgment {
  if (result === 'match') return { verdict: 'pass' };
  if (result === 'not-asked') return { verdict: 'hold', reasons: ['taxpayer-number'] };
  return { verdict: 'unconfirmed', reasons: ['record-not-confirmed'] };
}
