import { type FaceProblem, judgeSimilarity } from '../../biometrics/index.ts';
import { evidenceKinds, isPortraitInPlace } from '../../evidence/index.ts';
import type { CurrentFindings, DocumentFinding, FaceFinding } from '../findings/index.ts';
import type { AnswerStep, ReasonCode } from '../flow/index.ts';
import { reasonsFor } from './document-reasons.ts';
import type { JudgingContext, Judgment } from './judgment.ts';

const selfieReasons: Readonly<Record<FaceProblem, ReasonCode>> = {
  'no-face': 'selfie-no-face',
  'several-faces': 'selfie-several-faces',
  'face-too-small': 'selfie-face-too-small',
};

/**
 * A10, A15: one fixed threshold accepts; between the two, and for a second rejection, a person looks, and where the selfie
 * is the portrait itself. Passive liveness is not asked: it measures how sharp a picture is, lets nearly every print, screen
 * and mask pass and every second live face not (A16).
 */
export function judgeFace(
  finding: FaceFinding,
  context: JudgingContext,
  { document }: CurrentFindings,
): Judgment {
  const { history, settings } = context;
  if (!finding.compared) return judgeMissingFace(finding, context);
  switch (judgeSimilarity(finding.similarity)) {
    case 'reject':
      return history.faceRejections < settings.faceRejections
        ? { verdict: 'try-again', redo: ['selfie'], reasons: ['selfie-not-matched'] }
        : { verdict: 'needs-person', reasons: ['selfie-not-matched'] };
    case 'review':
      return { verdict: 'hold', reasons: ['selfie-needs-a-look', ...unshown(finding)] };
    case 'one-picture':
      return { verdict: 'hold', reasons: ['selfie-is-the-portrait', ...unshown(finding)] };
    case 'accept':
      if (finding.live === 'not-shown') return { verdict: 'hold', reasons: unshown(finding) };
      return judgePortrait(finding, document);
  }
}

/** An agent is told everything at once: that the movements were not seen, too (A16). */
const unshown = ({ live }: FaceFinding & { compared: true }): readonly ReasonCode[] =>
  live === 'not-shown' ? ['selfie-not-live'] : [];

/** A18: a face that stands where no document of this kind has its portrait was put there. */
function judgePortrait(
  { portrait }: FaceFinding & { compared: true },
  document: DocumentFinding | undefined,
): Judgment {
  const isInPlace =
    document !== undefined &&
    isPortraitInPlace(evidenceKinds[document.document].portraitPlace, document.layout.corners, portrait);
  return isInPlace ? { verdict: 'pass' } : { verdict: 'hold', reasons: ['document-needs-a-look'] };
}

function judgeMissingFace(
  finding: FaceFinding & { compared: false },
  { document, history, settings }: JudgingContext,
): Judgment {
  const { reason, redo }: { reason: ReasonCode; redo: readonly AnswerStep[] } =
    finding.image === 'portrait'
      ? reasonsFor(document).noPortrait
      : { reason: selfieReasons[finding.problem], redo: ['selfie'] };
  return history.faceTries >= settings.unreadableTries
    ? { verdict: 'needs-person', reasons: [reason] }
    : { verdict: 'try-again', redo, reasons: [reason] };
}
