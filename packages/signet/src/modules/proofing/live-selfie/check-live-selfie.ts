import { AppError } from '../../../kernel/index.ts';
import type { FaceMatcher, Movement } from '../../biometrics/index.ts';
import type { Cases, LiveCase } from '../cases/index.ts';
import type { Liveness } from '../findings/index.ts';
import { liveSelfieOf } from '../flow/index.ts';
import { frameProblem } from './judge-frames.ts';

/** A16: looks at every frame of the live picture once more, as they are kept: what a request said counts for nothing. */
export async function checkLiveSelfie(
  { cases, faceMatcher }: { readonly cases: Pick<Cases, 'frame'>; readonly faceMatcher: FaceMatcher },
  of: LiveCase,
): Promise<Liveness> {
  const live = liveSelfieOf(of.contents.answers);
  if (!live) return 'none';
  const frames: Buffer[] = [];
  for (const frame of live.frames) {
    const picture = await cases.frame(of, frame);
    if (!picture) throw new AppError('frame-missing', { message: 'a case being checked lacks a frame' });
    frames.push(picture.jpeg);
  }
  return (await showsMovements(faceMatcher, frames, live.movements)) ? 'shown' : 'not-shown';
}

/** Whether the frames, upright sRGB JPEG, show one face: first looking straight, then in each of these movements. */
export async function showsMovements(
  faceMatcher: Pick<FaceMatcher, 'follow'>,
  frames: readonly Buffer[],
  movements: readonly Movement[],
): Promise<boolean> {
  const followed = await faceMatcher.follow(frames);
  const [straight] = followed.ok ? followed.faces : [];
  if (!followed.ok || !straight) return false;
  const asked = ['straight', ...movements] as const;
  return followed.faces.every(
    (face, at) => frameProblem(asked[at] ?? 'straight', straight, face) === undefined,
  );
}
