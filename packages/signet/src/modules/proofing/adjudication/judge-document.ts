import { type DocumentKind, evidenceKinds, type ProblemOf } from '../../evidence/index.ts';
import type { DocumentFinding } from '../findings/index.ts';
import { reasonsFor } from './document-reasons.ts';
import type { JudgingContext, Judgment } from './judgment.ts';
import type { Retake } from './retake.ts';

/** What a document says about itself (A18), by the rules that every kind shares and the reasons of its own. */
export function judgeDocument<Kind extends DocumentKind>(
  finding: DocumentFinding<Kind>,
  context: JudgingContext,
): Judgment {
  const kind = finding.document as Kind;
  const reasons = reasonsFor(kind);
  const mistaken = reasons.mistaken(finding);
  if (mistaken) return { verdict: 'try-again', redo: mistaken.redo, reasons: [mistaken.reason] };
  if (finding.data !== 'read') {
    const unreadable = reasons.unreadable[finding.data as ProblemOf<Kind>];
    return judgeUnread(finding, unreadable(finding), context);
  }
  const holder = judgeHolder(finding, context);
  if (holder && holder.verdict !== 'needs-person') return holder;
  const forPerson = [holder, judgeCardType(finding)].filter((found) => found !== undefined);
  const compared = judgeComparison(finding, context);
  return forPerson.length === 0 ? compared : together([...forPerson, compared]);
}

/** An agent who waives what they see has seen all of it: one fault never hides another. */
const together = (judgments: readonly Judgment[]): Judgment => ({
  verdict: 'needs-person',
  reasons: [...new Set(judgments.flatMap((one) => ('reasons' in one ? one.reasons : [])))],
});

const notAccepted: Judgment = { verdict: 'try-again', redo: ['choose'], reasons: ['document-not-accepted'] };

type StatedOnDocument = Pick<DocumentFinding, 'document' | 'specimen' | 'expiry' | 'oldEnough'> & {
  readonly issuerId?: string | undefined;
};

/** Whether this issuer's documents are taken here, it is still good, and its holder is old enough. */
function judgeHolder(
  { document, issuerId, specimen, expiry, oldEnough }: StatedOnDocument,
  { sandbox }: JudgingContext,
): Judgment | undefined {
  if (!issuerId || !evidenceKinds[document].acceptsIssuer(issuerId, { sandbox })) return notAccepted;
  if (specimen && !sandbox) return notAccepted;
  if (expiry === 'expired') return { verdict: 'try-again', redo: ['choose'], reasons: ['document-expired'] };
  if (!oldEnough) return { verdict: 'refuse', reasons: ['below-minimum-age'] };
  if (expiry === 'not-stated' || expiry === 'not-yet-valid')
    return { verdict: 'needs-person', reasons: ['document-needs-a-look'] };
  return undefined;
}

/** Print and barcode that name different cards come from two cards, or from somebody who knew only one of them. */
const judgeCardType = ({
  document,
  printedCardType,
}: Pick<DocumentFinding, 'document' | 'printedCardType'>): Judgment | undefined =>
  printedCardType === undefined || printedCardType === document
    ? undefined
    : { verdict: 'needs-person', reasons: ['document-needs-a-look'] };

/**
 * Finding D4: after honest tries the print suffices, with a person who looks and the issuer's record that has to bear it out.
 * Where the print was not read either there is nothing that a person could approve, and so none is promised: another photo.
 */
function judgeUnread(
  finding: StatedOnDocument & Pick<DocumentFinding, 'byPrint' | 'layout' | 'comparison'>,
  again: Retake,
  context: JudgingContext,
): Judgment {
  const { history, settings } = context;
  const { reason, redo } = again;
  if (!finding.byPrint || history.documentTries < settings.unreadableTries)
    return { verdict: 'try-again', redo, reasons: [reason] };
  const agreesWithItself = finding.comparison.every(({ agreement }) => agreement !== 'differs');
  const isLaidOut = agreesWithItself && finding.layout.faults.length === 0;
  const reasons = isLaidOut ? [reason] : [reason, 'document-needs-a-look' as const];
  return judgeHolder(finding, context) ?? { verdict: 'hold', reasons };
}

/** A18: print and data compared. Two clear, unlike values are a matter for a person, and which is not said. */
function judgeComparison<Kind extends DocumentKind>(
  finding: DocumentFinding<Kind>,
  context: JudgingContext,
): Judgment {
  const kind = finding.document as Kind;
  const agreement = new Map(finding.comparison.map((one) => [one.field, one.agreement]));
  if ([...agreement.values()].includes('differs')) {
    return { verdict: 'needs-person', reasons: ['document-needs-a-look'] };
  }
  const { compared } = evidenceKinds[kind];
  const agreeing = compared.filter((field) => ['same', 'close'].includes(agreement.get(field) ?? 'unread'));
  if (agreeing.length >= compared.length - context.settings.unreadFields)
    return judgeLayout(finding, context);
  return retake(reasonsFor(kind).unreadablePrint(finding, agreeing.length), context);
}

/**
 * What agrees was typed by whoever made the barcode, unless it stands as on a document: a sheet with the right words is asked
 * for as a document, and where one thing is missing a person looks, after the other checks.
 */
function judgeLayout<Kind extends DocumentKind>(
  finding: DocumentFinding<Kind>,
  context: JudgingContext,
): Judgment {
  const missing = finding.layout.faults.length;
  if (missing === 0) return { verdict: 'pass' };
  if (missing === 1) return { verdict: 'hold', reasons: ['document-needs-a-look'] };
  return retake(reasonsFor(finding.document as Kind).noDocument, context);
}

/** Another photo, until it is plain that photos will not do. */
const retake = ({ reason, redo }: Retake, { history, settings }: JudgingContext): Judgment =>
  history.documentTries >= settings.unreadableTries
    ? { verdict: 'needs-person', reasons: [reason] }
    : { verdict: 'try-again', redo, reasons: [reason] };
