import { type PhotoSlot, withoutCardType } from '../kind/index.ts';
import { judgeSelfie } from './judge-selfie.ts';

/** The person's own face, which is compared with the portrait on whatever document they showed (A10). */
export const selfie: PhotoSlot = {
  by: 'photo',
  needs: {
    /** Skin has few edges: faces in focus have from 0.06. */
    sharpness: 0.012,
    /** A white wall burns out and hides nothing of the face. */
    glare: 1,
    /** A face needs some 100 px, which the face check measures itself. */
    longSide: 400,
  },
  judgeAtOnce: withoutCardType(judgeSelfie),
};
