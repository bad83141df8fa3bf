import { drawn } from '../camera/photo.ts';

/** A face fills a third of such a picture, which is more than the face check needs; it is some 60 kB. */
const longestSide = 720;
const quality = 0.88;

/** A JPEG of what the video shows now, in base64: small, since some twenty are sent. */
export function frameOf(video: HTMLVideoElement): string {
  const canvas = drawn(video, video.videoWidth, video.videoHeight, longestSide);
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
