import type { DocumentFinding } from '../findings/findings.ts';
import type { ReasonCode } from '../flow/decision.ts';
import type { AnswerStep } from '../flow/steps.ts';
import type { Bench, Judgment } from './judgment.ts';

const core = ['familyName', 'givenName', 'birthDate', 'documentNumber'] as const;

/** What the two sides of a license say about it (A18, D1, D2). */
export function judgeDocument(finding: DocumentFinding, bench: Bench): Judgment {
  const { settings } = bench;
  if (finding.kind === 'passport') return tryAgain('front-is-a-passport', 'front', 'back');
  if (finding.barcode !== 'read') return judgeMissingBarcode(finding, bench);
  if (!finding.issuerId || !settings.acceptsIssuer(finding.issuerId)) {
    return tryAgain('document-not-accepted', 'choose');
  }
  if (finding.specimen && settings.profile === 'production') {
    return tryAgain('document-not-accepted', 'choose');
  }
  if (finding.expiry === 'expired') return tryAgain('document-expired', 'choose');
  if (!finding.oldEnough) return { verdict: 'refuse', reasons: ['below-minimum-age'] };
  if (finding.expiry === 'not-stated') return { verdict: 'needs-person', reasons: ['document-needs-a-look'] };
  return judgeComparison(finding, bench);
}

function judgeMissingBarcode(finding: DocumentFinding, bench: Bench): Judgment {
  if (finding.barcode === 'not-aamva') return unreadable('back-is-another-barcode', 'back', bench);
  if (finding.kind === 'license') return unreadable('back-unreadable', 'back', bench);
  return unreadable('front-is-no-document', 'front', bench, 'back');
}

/** A18: print and barcode compared. Two clear, unlike values are a matter for a person, and which is not said. */
function judgeComparison(finding: DocumentFinding, bench: Bench): Judgment {
  const agreement = new Map(finding.comparison.map((one) => [one.field, one.agreement]));
  if ([...agreement.values()].includes('differs')) {
    return { verdict: 'needs-person', reasons: ['document-needs-a-look'] };
  }
  const agreeing = core.filter((field) => ['same', 'close'].includes(agreement.get(field) ?? 'unread'));
  if (agreeing.length >= bench.settings.agreeingFields) return { verdict: 'pass' };
  const reason =
    agreeing.length === 0 && finding.kind === 'unknown' ? 'front-is-no-document' : 'front-unreadable';
  return unreadable(reason, 'front', bench);
}

const tryAgain = (reason: ReasonCode, ...redo: AnswerStep[]): Judgment => ({
  verdict: 'try-again',
  redo,
  reasons: [reason],
});

/** Another photo, until it is plain that photos will not do. */
function unreadable(reason: ReasonCode, step: AnswerStep, bench: Bench, ...also: AnswerStep[]): Judgment {
  return bench.history.documentTries >= bench.settings.unreadableTries
    ? { verdict: 'needs-person', reasons: [reason] }
    : tryAgain(reason, step, ...also);
}
