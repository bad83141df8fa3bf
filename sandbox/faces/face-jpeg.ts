import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FaceImage } from '../people/person.ts';

/** The JPEG of a synthetic face. Throws when there is none beside. */
export function faceJpeg(image: FaceImage): Promise<Buffer> {
  return readFile(path.join(import.meta.dirname, `${image}.jpg`));
}

/** What a face shows in a frame of a live picture: the straight look, or a movement that Signet may ask for. */
export const shown = ['straight', 'turn-left', 'turn-right', 'chin-down', 'open-mouth'] as const;
export type Shown = (typeof shown)[number];

/** In these frames the movement is not seen once they were encoded again, as a browser does: left out, as by whoever cannot do it. */
const notShown: Readonly<Record<string, readonly Shown[]>> = { p01: ['open-mouth'] };
export const notShownBy = (image: FaceImage): readonly Shown[] => notShown[faceOf(image)] ?? [];

const faceOf = (image: FaceImage): string => image.slice(0, 'p00'.length);

/** A frame of a live picture of the face that this image shows. Throws where there is none. */
export function shownInFrame(image: FaceImage, what: Shown): Promise<Buffer> {
  return readFile(path.join(import.meta.dirname, 'motion', faceOf(image), `${what}.jpg`));
}
