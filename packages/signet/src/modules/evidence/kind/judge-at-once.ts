import { measurePixels, type Photo, pixelsOf } from '../photo/index.ts';
import type { PhotoSlot } from './capture-slot.ts';
import type { PhotoLook, PhotoSeen } from './quick-look.ts';

/** All that a quick look at one photo finds, each named once. Its pixels do not outlive the call (A17). */
export async function judgeAtOnce(
  { needs, judgeAtOnce }: PhotoSlot,
  photo: Photo,
  context: Omit<PhotoLook, 'photo' | 'quality'>,
): Promise<PhotoSeen> {
  const pixels = await pixelsOf(photo);
  try {
    const quality = await measurePixels(pixels, needs);
    const seen = await judgeAtOnce({ photo: pixels, quality, ...context });
    return { ...seen, problems: [...new Set(seen.problems)] };
  } finally {
    pixels.data.fill(0);
  }
}
