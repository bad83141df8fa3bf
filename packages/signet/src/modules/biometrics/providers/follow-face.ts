import { chooseSelfieFace } from '../choose-face.ts';
import type { FaceTemplate, FollowedFace, Following } from '../face.ts';
import { cosine } from './face-embedding.ts';
import { poseOf } from './face-landmarks.ts';
import type { FaceModels } from './face-models.ts';
import { findUprightFaces } from './find-upright-faces.ts';
import { decode } from './pixels.ts';
import type { Wipeable } from './wiping-after.ts';

/** How the one face in each frame is held, and how much it is the face of the first. Ends at a frame without one face. */
export async function followFace(
  models: FaceModels,
  frames: readonly Buffer[],
  used: Wipeable[],
): Promise<Following> {
  const faces: FollowedFace[] = [];
  let first: FaceTemplate | undefined;
  for (const [frame, jpeg] of frames.entries()) {
    const pixels = await decode(jpeg);
    used.push(pixels.rgb);
    const found = await findUprightFaces(models, pixels);
    if (found) used.push(found.template);
    const chosen = chooseSelfieFace(found?.faces ?? []);
    if (!chosen.ok) return { ok: false, frame, problem: chosen.error };
    if (!found) return { ok: false, frame, problem: 'no-face' };
    first ??= found.template;
    faces.push({ pose: poseOf(found.landmarks), similarity: cosine(first, found.template) });
  }
  return { ok: true, faces };
}
