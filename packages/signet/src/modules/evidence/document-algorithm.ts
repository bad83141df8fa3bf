import type { Algorithm } from '../assurance/index.ts';
import { comparedFields, copySettings } from './document/index.ts';
import { photoQuality } from './photo/index.ts';
import {
  frontSettings,
  ocrModelDigests,
  printComparison,
  textDetection,
  textRecognition,
} from './print/index.ts';
import { dataPage } from './travel-document/index.ts';

/** What reads a document, compares what it says and tells a copy (A18). Reads the models' files for their digests. */
export const documentAlgorithm = async (): Promise<Algorithm> => ({
  models: await ocrModelDigests(),
  settings: {
    comparedFields,
    copySettings,
    dataPage,
    frontSettings,
    photoQuality,
    printComparison,
    textDetection,
    textRecognition,
  },
});
