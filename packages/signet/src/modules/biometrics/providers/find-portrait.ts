import { err, type Result } from '../../../kernel/index.ts';
import { choosePortrait } from '../choose-face.ts';
import type { FaceProblem, FaceTemplate, FoundFace } from '../face.ts';
import { faceSettings } from '../settings.ts';
import type { View } from './face-detector.ts';
import { cosine } from './face-embedding.ts';
import type { FaceModels } from './face-models.ts';
import { findUprightFaces, templateOf, type UprightFaces } from './find-upright-faces.ts';
import type { Pixels } from './pixels.ts';

export interface Portrait {
  readonly view: View;
  readonly face: FoundFace;
  readonly template: FaceTemplate;
}

/**
 * The portrait on a document that may lie in any of four turns in a large photo. The whole photo is searched first, then
 * in parts: a small card in a large photo has a face of few pixels; one that is weak, as blurred ones are, is not looked
 * for elsewhere. The caller wipes the template.
 */
export async function findPortrait(
  models: FaceModels,
  pixels: Pixels,
): Promise<Result<Portrait, FaceProblem>> {
  const found = (await findUprightFaces(models, pixels)) ?? (await findUprightFaces(models, pixels, 'parts'));
  if (!found) return err('no-face');
  const chosen = choosePortrait(await withoutGhosts(models, found));
  if (!chosen.ok) {
    found.template.fill(0);
    return chosen;
  }
  return { ok: true, value: { view: found.view, face: chosen.value, template: found.template } };
}

/** Many cards print the portrait a second time, smaller: the same face, so nobody else (D11). */
async function withoutGhosts(models: FaceModels, found: UprightFaces): Promise<readonly FoundFace[]> {
  const [portrait, ...others] = found.faces;
  const kept: FoundFace[] = [portrait];
  for (const other of others)
    if (other.width > portrait.width * faceSettings.largestGhost || !(await isSameFace(models, found, other)))
      kept.push(other);
  return kept;
}

async function isSameFace(
  models: FaceModels,
  { view, template }: UprightFaces,
  other: FoundFace,
): Promise<boolean> {
  const second = await templateOf(models, view, other);
  const same = cosine(template, second.template) >= faceSettings.ghostSimilarity;
  second.template.fill(0);
  return same;
}
