import type { FaceTemplate, FollowedFace, Following } from '../face.ts';
import { areEyesCovered } from './covered-eyes.ts';
import { cosine } from './face-embedding.ts';
import type { FaceModels } from './face-models.ts';
import { findSelfie } from './find-selfie.ts';
import { decode } from './pixels.ts';
import { steadyPose } from './steady-pose.ts';
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
    const found = await findSelfie(models, pixels);
    if (!found.ok) return { ok: false, frame, problem: found.error };
    const { template, landmarks, view } = found.value;
    used.push(template);
    first ??= template;
    faces.push({
      pose: await steadyPose(models.landmark, found.value),
      similarity: cosine(first, template),
      eyesCovered: areEyesCovered(view, landmarks),
    });
  }
  return { ok: true, faces };
}
