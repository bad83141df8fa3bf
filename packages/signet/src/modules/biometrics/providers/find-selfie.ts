import { err, type Result } from '../../../kernel/index.ts';
import { chooseSelfieFace } from '../choose-face.ts';
import type { FaceProblem, FaceTemplate, FoundFace } from '../face.ts';
import type { View } from './face-detector.ts';
import type { Landmarks } from './face-landmarks.ts';
import type { FaceModels } from './face-models.ts';
import { findUprightFaces } from './find-upright-faces.ts';
import type { Pixels } from './pixels.ts';

export interface Selfie {
  readonly view: View;
  readonly face: FoundFace;
  readonly template: FaceTemplate;
  readonly landmarks: Landmarks;
}

/** The one face of a selfie or of a frame, whichever way up it was taken. The caller wipes the template. */
export async function findSelfie(models: FaceModels, pixels: Pixels): Promise<Result<Selfie, FaceProblem>> {
  const found = await findUprightFaces(models, pixels);
  if (!found) return err('no-face');
  const { view, template, landmarks, faces } = found;
  const chosen = chooseSelfieFace(faces);
  if (!chosen.ok) {
    template.fill(0);
    return chosen;
  }
  return { ok: true, value: { view, template, landmarks, face: chosen.value } };
}
