/**
 * The process that looks at photos while their senders wait. It decodes and reads what strangers send, so it is started with
 * neither settings nor key nor database: nothing of them is in its memory. It runs as the same user, so this is no wall against
 * code that a decoder could be made to run. It looks at one photo at a time,
 * and ends with the process that started it.
 */
import type { Asked, AskedFrames, AskedPhoto, SeenFrames, SeenPhoto } from './composition/photo-judge.ts';
import { createFaceMatcher, createFaceSearch } from './modules/biometrics/index.ts';
import { judgeAtOnce, photoSlot, selfie } from './modules/evidence/index.ts';

const search = createFaceSearch();
const matcher = createFaceMatcher();

type FaceContext = Parameters<typeof judgeAtOnce>[2]['faces'];
type Picture = Parameters<FaceContext['ofPerson']>[0];
const seenAs = { 'no-face': 'none', 'several-faces': 'several', 'face-too-small': 'too-small' } as const;
const asRgb = ({ data, width, height }: Picture) => ({ rgb: data, width, height });

const faces: FaceContext = {
  async onDocument(picture) {
    const problem = await search.portraitIn(asRgb(picture));
    return problem ? seenAs[problem] : 'one';
  },
  async ofPerson(picture) {
    const problem = await search.personIn(asRgb(picture));
    return problem ? seenAs[problem] : 'one';
  },
};

async function look({ what, photo, today, sandbox }: AskedPhoto): Promise<SeenPhoto> {
  const slot = what.role === 'selfie' ? selfie : photoSlot(what.document, what.role);
  if (!slot) return { failed: 'no such photo' };
  const jpeg = Buffer.from(photo.jpeg);
  try {
    return await judgeAtOnce(slot, { ...photo, jpeg }, { faces, today, sandbox });
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
