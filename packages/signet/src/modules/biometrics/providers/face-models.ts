import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { AppError } from '../../../kernel/index.ts';
import { clearDenormalWeights } from './model-weights.ts';

/** A model file and the only content that is accepted under its name. */
export interface PinnedModel {
  readonly path: string;
  readonly sha256: string;
}

export type FaceModelName = 'detect' | 'landmark' | 'feature' | 'liveness';
export type FaceModels = Readonly<Record<FaceModelName, InferenceSession>>;

// Resolved by Node, so it holds from src and from a bundle that keeps packages external. The package's own
// JavaScript is for browsers and is never loaded: only these four files are used.
const { resolve } = createRequire(import.meta.url);
const shipped = (file: string, sha256: string): PinnedModel => ({
  path: resolve(`faceplugin-face-recognition-js/model/${file}`),
  sha256,
});

/** The training data of these models is undocumented: pinned by content, and an operator may name their own. */
export const pinnedModels = (): Readonly<Record<FaceModelName, PinnedModel>> => ({
  detect: shipped('fr_detect.onnx', '6c0256ccd3164f844736a401faf936ec2930764a87ae39442180887d0c5c8854'),
  landmark: shipped('fr_landmark.onnx', 'f10b0ba1d2a8a099adefede1ebf3733e44fe370715e7303dbeb7f59c02142258'),
  feature: shipped('fr_feature.onnx', '87aacdfe57510db2af90c0251df680e8eec88f122ee94712121d09bcaaaf3581'),
  liveness: shipped('fr_liveness.onnx', 'afa783b7e902fdfcf323a7240cac2a1c580c25314ea4161129dc1b0d100dc32d'),
});

/** Reads, verifies and only then loads each model. Throws `face-model-unreadable` or `face-model-altered`. */
export async function loadModels(pins: Readonly<Record<FaceModelName, PinnedModel>>): Promise<FaceModels> {
  const [detect, landmark, feature, liveness] = await Promise.all([
    load('detect', pins.detect),
    load('landmark', pins.landmark),
    load('feature', pins.feature),
    load('liveness', pins.liveness),
  ]);
  return { detect, landmark, feature, liveness };
}

async function load(name: FaceModelName, { path, sha256 }: PinnedModel): Promise<InferenceSession> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new AppError('face-model-unreadable', { message: `face model ${name}: cannot be read`, cause });
  });
  // The bytes that were hashed are the bytes that are loaded: no second read that could differ.
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) {
    throw new AppError('face-model-altered', {
      message: `face model ${name}: sha256 ${found} is not the pinned one`,
    });
  }
  clearDenormalWeights(bytes);
  return InferenceSession.create(bytes, {
    // One core a session: a busy proofing queue must not take the sign-in's.
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    // Blocked convolutions take two thirds of the time that others take, half of it in the detector: but 60 ms against 20
    // over the feature model's denormal weights, where a processor is slow with them. So those are cleared.
    graphOptimizationLevel: 'all',
  });
}

/** Runs one model on one input; gives its outputs by name. Throws `face-model-output` when one is missing. */
export async function infer<Name extends string>(
  model: InferenceSession,
  input: Float32Array,
  shape: readonly number[],
  outputs: readonly Name[],
): Promise<Record<Name, Float32Array>> {
  const results = await model.run({ input: new Tensor('float32', input, shape) });
  const found: Partial<Record<Name, Float32Array>> = {};
  for (const name of outputs) {
    const data = results[name]?.data;
    if (!(data instanceof Float32Array))
      throw new AppError('face-model-output', { message: `no output ${name}` });
    found[name] = data;
  }
  return found as Record<Name, Float32Array>;
}
