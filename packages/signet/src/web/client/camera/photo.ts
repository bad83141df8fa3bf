/** Longest side of a photo that is sent: enough for the small print of a card, small enough for a slow line. */
const longestSide = 3000;
/** A file above this is encoded again even when its sides are short. */
const largestBytes = 6_000_000;
const quality = 0.92;

/** Absent on plain http, in old browsers and where the page's policy forbids it. */
export const hasCamera = (): boolean => window.isSecureContext && 'mediaDevices' in navigator;

/** A JPEG of what the video shows now, at the camera's full resolution. */
export async function photograph(video: HTMLVideoElement): Promise<File> {
  return encode(video, video.videoWidth, video.videoHeight);
}

/**
 * The same photo, or a smaller JPEG where it is over-large. What this browser cannot decode (HEIC in most) goes
 * as it is: the server can.
 */
export async function reduced(file: File): Promise<File> {
  const picture = await decode(file);
  if (!picture) return file;
  const small = Math.max(picture.width, picture.height) <= longestSide && file.size <= largestBytes;
  try {
    return small ? file : await encode(picture, picture.width, picture.height);
  } finally {
    picture.close();
  }
}

/** Turned upright by what the camera noted, since that note does not survive the new encoding. */
const decode = (file: File): Promise<ImageBitmap | undefined> =>
  createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);

async function encode(source: CanvasImageSource, width: number, height: number): Promise<File> {
  const canvas = drawn(source, width, height, longestSide);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  if (!blob) throw new Error('the photo could not be encoded');
  return new File([blob], 'photo.jpg', { type: 'image/jpeg' });
}

/** The picture on a canvas, no side of it longer than this. */
export function drawn(
  source: CanvasImageSource,
  width: number,
  height: number,
  longest: number,
): HTMLCanvasElement {
  const scale = Math.min(1, longest / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}
