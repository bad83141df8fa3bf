/** A face fills a third of such a picture, which is more than the face check needs; it is some 60 kB. */
const longestSide = 720;
const quality = 0.88;

/** A JPEG of what the video shows now, in base64: small, since some twenty are sent. */
export function frameOf(video: HTMLVideoElement): string {
  const scale = Math.min(1, longestSide / Math.max(video.videoWidth, video.videoHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/jpeg', quality).replace(/^data:[^,]*,/, '');
}

/** What the server says of a live picture: what it asks for now, and what is in the way of it. */
export interface LiveAnswer {
  readonly nonce: string;
  readonly ask: string;
  readonly seen: number;
  readonly of: number;
  readonly problem?: string;
  readonly redirect?: string;
}
