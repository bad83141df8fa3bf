import type { PhotoNeeds } from '../photo/index.ts';

/** One thing that a person is asked for to show a piece of evidence; each way of asking is a variant of its own. */
export type CaptureSlot =
  | PhotoSlot
  /** The number of a phone account. */
  | { readonly by: 'phone-number' }
  /** A code that was sent to that number shows that the person holds the phone (A8, A9). */
  | { readonly by: 'texted-code' };

export interface PhotoSlot {
  readonly by: 'photo';
  readonly needs: PhotoNeeds;
}

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
};
