import { createFaceSearch } from '../modules/biometrics/index.ts';
import { judgeAtOnce, type Photo, type PhotoSeen, photoSlot, selfie } from '../modules/evidence/index.ts';
import type { PhotographedPart } from '../modules/proofing/index.ts';

type Faces = Parameters<typeof judgeAtOnce>[2]['faces'];
type Picture = Parameters<Faces['ofPerson']>[0];

/** What a quick look is asked. */
export interface PhotoQuestion {
  readonly what: PhotographedPart;
  readonly photo: Photo;
  readonly today: string;
  readonly sandbox: boolean;
}

const seenAs = { 'no-face': 'none', 'several-faces': 'several', 'face-too-small': 'too-small' } as const;
const asRgb = ({ data, width, height }: Picture) => ({ rgb: data, width, height });

/** Looks at photos in this very process: undefined where a document has no such photo. Models load at the first. */
export function createPhotoLook(): (asked: PhotoQuestion) => Promise<PhotoSeen | undefined> {
  const search = createFaceSearch();
  const faces: Faces = {
    async onDocument(picture) {
      const problem = await search.portraitIn(asRgb(picture));
      return problem ? seenAs[problem] : 'one';
    },
    async ofPerson(picture) {
      const problem = await search.personIn(asRgb(picture));
      return problem ? seenAs[problem] : 'one';
    },
  };
  return async ({ what, photo, today, sandbox }) => {
    const slot = what.role === 'selfie' ? selfie : photoSlot(what.document, what.role);
    return slot && judgeAtOnce(slot, photo, { faces, today, sandbox });
  };
}
