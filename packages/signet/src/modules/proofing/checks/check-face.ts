import { ok, type Result } from '../../../kernel/index.ts';
import { type Box, evidenceKinds, type Photo } from '../../evidence/index.ts';
import { type LiveCase, needDocument } from '../cases/index.ts';
import { liveSelfieOf } from '../flow/index.ts';
import { checkLiveSelfie } from '../live-selfie/index.ts';
import type { CheckNeeds, CheckResult } from './check.ts';
import { needPhoto } from './need-photo.ts';

/** A10: the selfie against the portrait, on whichever photo this kind of document shows it. */
export async function checkFace(
  { cases, faceMatcher }: CheckNeeds,
  of: LiveCase,
): Promise<Result<CheckResult, never>> {
  const { portraitIn } = evidenceKinds[needDocument(of).kind];
  const document = await needPhoto(cases, of, portraitIn);
  const selfie = await needPhoto(cases, of, 'selfie');
  const compared = await faceMatcher.compare({ document: document.jpeg, selfie: selfie.jpeg });
  if (!compared.ok) {
    const { image, problem } = compared;
    return ok({ finding: { check: 'face', compared: false, image, problem } });
  }
  const { similarity, liveness, portraitFace, stages } = compared;
  const portrait = asShares(portraitFace, document);
  const live = await checkLiveSelfie({ cases, faceMatcher }, of);
  const signals = liveSelfieOf(of.contents.answers)?.signals;
  return ok({
    finding: {
      check: 'face',
      compared: true,
      similarity,
      liveness,
      live,
      ...(signals && { signals }),
      portrait,
      stages,
    },
  });
}

/** A4, A18: where no face is compared the document must show its holder's portrait all the same. */
export async function checkPortrait(
  { cases, faceMatcher }: CheckNeeds,
  of: LiveCase,
): Promise<Result<CheckResult, never>> {
  const { portraitIn } = evidenceKinds[needDocument(of).kind];
  const document = await needPhoto(cases, of, portraitIn);
  const located = await faceMatcher.findPortrait(document.jpeg);
  if (!located.ok) return ok({ finding: { check: 'portrait', found: false } });
  const portrait = asShares(located.portraitFace, document);
  return ok({ finding: { check: 'portrait', found: true, portrait } });
}

/** A box in pixels of a photo, in shares of its sides. */
export const asShares = (face: Box, { width, height }: Pick<Photo, 'width' | 'height'>): Box => ({
  x: face.x / width,
  y: face.y / height,
  width: face.width / width,
  height: face.height / height,
});
