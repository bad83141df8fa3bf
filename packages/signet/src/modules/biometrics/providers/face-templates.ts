import { ok, type Result } from '../../../kernel/index.ts';
import type { FaceProblem, FaceTemplate } from '../face.ts';
import { type FaceModels, loadModels, pinnedModels } from './face-models.ts';
import { findPortrait } from './find-portrait.ts';
import { findSelfie } from './find-selfie.ts';
import { decode, type Pixels } from './pixels.ts';
import { wipingAfter } from './wiping-after.ts';

/**
 * Templates by themselves, found as a comparison finds them: whoever measures error rates compares each picture with many
 * (A15). Of no case: there a template does not outlive the comparison (A17).
 */
export interface FaceTemplates {
  /** Of the portrait on a document or in a picture of it, upright sRGB JPEG. */
  portrait(jpeg: Buffer): Promise<Result<FaceTemplate, FaceProblem>>;
  selfie(jpeg: Buffer): Promise<Result<FaceTemplate, FaceProblem>>;
}

type Find = (
  models: FaceModels,
  pixels: Pixels,
) => Promise<Result<{ readonly template: FaceTemplate }, FaceProblem>>;

/** By the pinned models, loaded at first use. */
export function createFaceTemplates(): FaceTemplates {
  let loading: Promise<FaceModels> | undefined;
  const by = (find: Find) => async (jpeg: Buffer) => {
    loading ??= loadModels(pinnedModels());
    const models = await loading;
    return wipingAfter(async (used) => {
      const pixels = await decode(jpeg);
      used.push(pixels.rgb);
      const found = await find(models, pixels);
      return found.ok ? ok(found.value.template) : found;
    });
  };
  return { portrait: by(findPortrait), selfie: by(findSelfie) };
}
