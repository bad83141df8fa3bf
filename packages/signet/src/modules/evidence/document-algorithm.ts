import type { Algorithm } from '../assurance/index.ts';
import { comparedFields } from './document/index.ts';
import { photoQuality } from './photo/index.ts';
import { ocrModelDigests, textDetection, textRecognition } from './print/index.ts';

/** What reads a document and compares what it says (A18). Reads the models' files for their digests. */
export const documentAlgorithm = async (): Promise<Algorithm> => ({
  models: await ocrModelDigests(),
  settings: { photoQuality, textDetection, textRecognition, comparedFields },
});
