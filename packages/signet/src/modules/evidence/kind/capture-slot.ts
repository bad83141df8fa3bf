import type { PhotoNeeds } from '../photo/index.ts';
import type { JudgeAtOnce } from './quick-look.ts';

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
  readonly judgeAtOnce: JudgeAtOnce;
}
