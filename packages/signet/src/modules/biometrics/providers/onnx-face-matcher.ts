import { performance } from 'node:perf_hooks';
import type { FaceComparison, FaceMatcher, FoundFace, FoundPortrait } from '../face.ts';
import { apply } from './affine.ts';
import type { View } from './face-detector.ts';
import { cosine } from './face-embedding.ts';
import { liveness } from './face-liveness.ts';
import {
  type FaceModelName,
  type FaceModels,
  loadModels,
  type PinnedModel,
  pinnedModels,
} from './face-models.ts';
import { findPortrait } from './find-portrait.ts';
import { findSelfie } from './find-selfie.ts';
import { followFace } from './follow-face.ts';
import { decode } from './pixels.ts';
import { type Wipeable, wipingAfter } from './wiping-after.ts';

/**
 * Compares faces with pinned ONNX models on the CPU. Models load (verified by sha256) at the first comparison;
 * `models` names an operator's own, with their hashes. Nothing of an image or template outlives the call (A17).
 * Throws `face-image-unreadable`, `face-model-altered`, `face-model-unreadable`.
 */
export function createFaceMatcher(
  options: { models?: Partial<Record<FaceModelName, PinnedModel>> } = {},
): FaceMatcher {
  let loading: Promise<FaceModels> | undefined;
  const models = (): Promise<FaceModels> => {
    loading ??= loadModels({ ...pinnedModels(), ...options.models });
    return loading;
  };
  return {
    findPortrait: async (document) => {
      const loaded = await models();
      return wipingAfter((used) => locatePortrait(loaded, document, used));
    },
    compare: async (images) => {
      const loaded = await models();
      return wipingAfter((used) => compareFaces(loaded, images, used));
    },
    follow: async (frames) => {
      const loaded = await models();
      return wipingAfter((used) => followFace(loaded, frames, used));
    },
  };
}

async function locatePortrait(models: FaceModels, jpeg: Buffer, used: Wipeable[]): Promise<FoundPortrait> {
  const document = await decode(jpeg);
  used.push(document.rgb);
  const found = await findPortrait(models, document);
  if (!found.ok) return { ok: false, problem: found.error };
  used.push(found.value.template);
  return { ok: true, portraitFace: asStored(found.value.view, found.value.face) };
}

async function compareFaces(
  models: FaceModels,
  images: { document: Buffer; selfie: Buffer },
  used: Wipeable[],
): Promise<FaceComparison> {
  const { stages, timed } = stopwatch();
  const document = await timed('decode-document', decode(images.document));
  used.push(document.rgb);
  const portrait = await timed('portrait', findPortrait(models, document));
  if (!portrait.ok) return { ok: false, image: 'portrait', problem: portrait.error };
  used.push(portrait.value.template);

  const selfie = await timed('decode-selfie', decode(images.selfie));
  used.push(selfie.rgb);
  const applicant = await timed('selfie', findSelfie(models, selfie));
  if (!applicant.ok) return { ok: false, image: 'selfie', problem: applicant.error };
  const { view, template, face } = applicant.value;
  used.push(template);

  return {
    ok: true,
    similarity: cosine(portrait.value.template, template),
    liveness: await timed('liveness', liveness(models.liveness, view, face)),
    portraitFace: asStored(portrait.value.view, portrait.value.face),
    selfieFace: asStored(view, face),
    stages,
  };
}

/** Milliseconds each stage took. */
function stopwatch() {
  const stages: Record<string, number> = {};
  const timed = async <T>(stage: string, work: Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work;
    stages[stage] = performance.now() - start;
    return result;
  };
  return { stages, timed };
}

/** A face of a turned view, as a box in the picture as it was given. */
function asStored({ upright }: View, { x, y, width, height, confidence }: FoundFace): FoundFace {
  const one = apply(upright, { x, y });
  const other = apply(upright, { x: x + width, y: y + height });
  return {
    x: Math.min(one.x, other.x),
    y: Math.min(one.y, other.y),
    width: Math.abs(one.x - other.x),
    height: Math.abs(one.y - other.y),
    confidence,
  };
}
