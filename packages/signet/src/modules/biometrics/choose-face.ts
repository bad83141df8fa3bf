import { err, ok, type Result } from '../../kernel/index.ts';
import type { FaceProblem, FoundFace } from './face.ts';
import { faceSettings } from './settings.ts';

/** The holder's portrait: the largest face; narrower ones are ghost images of it, as on many licenses. */
export const choosePortrait = (faces: readonly FoundFace[]): Result<FoundFace, FaceProblem> =>
  chooseFace(faces, { minWidth: faceSettings.minPortraitWidth, ignoreBelow: faceSettings.ghostShare });

/** The applicant: the one face in the selfie, save much smaller ones in the background. */
export const chooseSelfieFace = (faces: readonly FoundFace[]): Result<FoundFace, FaceProblem> =>
  chooseFace(faces, { minWidth: faceSettings.minSelfieWidth, ignoreBelow: faceSettings.bystanderShare });

function chooseFace(
  faces: readonly FoundFace[],
  { minWidth, ignoreBelow }: { minWidth: number; ignoreBelow: number },
): Result<FoundFace, FaceProblem> {
  const [largest, second] = [...faces].sort((a, b) => b.width - a.width);
  if (!largest) return err('no-face');
  if (second && second.width >= largest.width * ignoreBelow) return err('several-faces');
  return largest.width < minWidth ? err('face-too-small') : ok(largest);
}
