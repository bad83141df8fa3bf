import { randomBytes } from 'node:crypto';
import type { Following } from '../../../packages/signet/src/modules/biometrics/index.ts';

const straight = { turn: 0, nod: 0.6, mouth: 0.03, widestMouth: 0.03, breadth: 1 };
/** How a face is held in a frame that shows so. */
const poses = {
  straight,
  'turn-left': { ...straight, turn: 0.3 },
  'turn-right': { ...straight, turn: -0.3 },
  'chin-down': { ...straight, nod: 0.75 },
  'open-mouth': { ...straight, mouth: 0.2, widestMouth: 0.2 },
} as const;
export type Shown = keyof typeof poses;

/** Bytes that stand for a frame of a live picture: of this face, held so. Each is another one. */
export const frameBytes = (shown: Shown | 'nobody', face = 'own'): Uint8Array =>
  Buffer.from(`FRAME ${shown} ${face} ${randomBytes(8).toString('hex')}`);

/** Reads those bytes, as the matcher reads faces. */
export function followScripted(frames: readonly Buffer[]): Following {
  const read = frames.map((frame) => /^FRAME (\S+) (\S+)/.exec(frame.toString()) ?? []);
  const nobody = read.findIndex(([, shown]) => !Object.keys(poses).includes(shown ?? ''));
  if (nobody >= 0) return { ok: false, frame: nobody, problem: 'no-face' };
  const first = read[0]?.[2];
  return {
    ok: true,
    faces: read.map(([, shown, face]) => ({
      pose: poses[shown as Shown],
      similarity: face === first ? 0.8 : 0.1,
      eyesCovered: face === 'own-behind-dark-glasses',
    })),
  };
}
