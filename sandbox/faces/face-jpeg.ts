import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FaceImage } from '../people/person.ts';

/** The JPEG of a synthetic face. Throws when there is none beside. */
export function faceJpeg(image: FaceImage): Promise<Buffer> {
  return readFile(path.join(import.meta.dirname, `${image}.jpg`));
}
