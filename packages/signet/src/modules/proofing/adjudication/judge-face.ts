import { type FaceProblem, judgeSimilarity } from '../../biometrics/index.ts';
import { type Box, evidenceKinds, isPortraitInPlace } from '../../evidence/index.ts';
import type { CurrentFindings, DocumentFinding, FaceFinding, PortraitFinding } from '../findings/index.ts';
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
 * is the portrait itself. Only a live picture whose movements were seen passes by itself (A16): a file leads to a person, in
 * the sandbox as anywhere. Passive liveness is not asked: it measures how sharp a picture is, lets nearly every print, screen
 * and mask pass and every second live face not.
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
      return { verdict: 'hold', reasons: ['selfie-needs-a-look', ...notLive(finding)] };
    case 'one-picture':
      return { verdict: 'hold', reasons: ['selfie-is-the-portrait', ...notLive(finding)] };
    case 'accept': {
      const reasons = [...notLive(finding), ...misplaced(finding, document)];
      return reasons.length === 0 ? { verdict: 'pass' } : { verdict: 'hold', reasons };
    }
  }
}

/**
 * Where a code by mail takes the face check's place: the document must show its holder's portrait all the same (A4, A18). And
 * no letter makes a face forgotten that did not match: a person compares them (A10).
 */
export function judgePortraitAlone(
  finding: PortraitFinding,
  context: JudgingContext,
  { document }: CurrentFindings,
): Judgment {
  if (!finding.found) return judgeMissingFace({ check: 'face', compared: false, ...noPortrait }, context);
  const rejected = context.history.earlierFaceRejections > 0 ? (['selfie-not-matched'] as const) : [];
  const reasons = [...rejected, ...misplaced(finding, document)];
  return reasons.length === 0 ? { verdict: 'pass' } : { verdict: 'hold', reasons };
}

const noPortrait = { image: 'portrait', problem: 'no-face' } as const;

/** An agent is told everything at once: that nobody was seen to move, too. */
function notLive({ live, signals = [] }: FaceFinding & { compared: true }): readonly ReasonCode[] {
  if (live === 'shown') return signals.length > 0 ? ['camera-in-doubt'] : []; // A19
  return [live === 'not-shown' ? 'selfie-not-live' : 'selfie-from-file'];
}

/** A18: a face that stands where no document of this kind has its portrait was put there. */
function misplaced(
  { portrait }: { readonly portrait: Box },
  document: DocumentFinding | undefined,
): readonly ReasonCode[] {
  const isInPlace =
    document !== undefined &&
    isPortraitInPlace(evidenceKinds[document.document].portraitPlace, document.layout.corners, portrait);
  return isInPlace ? [] : ['document-needs-a-look'];
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
