import { readFile } from 'node:fs/promises';
import type { FaceImage } from './person.ts';

/** The JPEG of a synthetic face. Throws if `faces/` lacks it. */
export function faceJpeg(image: FaceImage): Promise<Buffer> {
  return readFile(new URL(`./faces/${image}.jpg`, import.meta.url));
}
