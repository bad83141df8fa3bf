import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FaceImage } from './person.ts';

/** The JPEG of a synthetic face. Throws if `faces/` lacks it. */
export function faceJpeg(image: FaceImage): Promise<Buffer> {
  return readFile(path.join(import.meta.dirname, 'faces', `${image}.jpg`));
}
