/**
 * The process that looks at photos while their senders wait. It decodes and reads what strangers send, so it is started with
 * neither settings nor key nor database: nothing of them is in its memory. It runs as the same user, so this is no wall against
 * code that a decoder could be made to run. It looks at one photo at a time,
 * and ends with the process that started it.
 */
import type { Asked, AskedFrames, AskedPhoto, SeenFrames, SeenPhoto } from './composition/photo-judge.ts';
import { createPhotoLook } from './composition/photo-look.ts';
import { createFaceMatcher } from './modules/biometrics/index.ts';

const lookAt = createPhotoLook();
const matcher = createFaceMatcher();

async function look(asked: AskedPhoto): Promise<SeenPhoto> {
  const jpeg = Buffer.from(asked.photo.jpeg);
  try {
    return (await lookAt({ ...asked, photo: { ...asked.photo, jpeg } })) ?? { failed: 'no such photo' };
  } catch (error) {
    return failure(error);
  } finally {
    jpeg.fill(0);
  }
}

async function follow({ frames }: AskedFrames): Promise<SeenFrames> {
  const jpegs = frames.map((frame) => Buffer.from(frame));
  try {
    return { following: await matcher.follow(jpegs) };
  } catch (error) {
    return failure(error);
  } finally {
    for (const jpeg of jpegs) jpeg.fill(0);
  }
}

/** Its name alone: a decoder's message can quote the photo. */
const failure = (error: unknown) => ({ failed: error instanceof Error ? error.name : 'unknown' });

process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => undefined); // of a terminal: whoever started us ends us
process.on('message', (asked: Asked) => {
  const looking = 'frames' in asked ? follow(asked) : look(asked);
  void looking.then((seen) => process.send?.(seen));
});
