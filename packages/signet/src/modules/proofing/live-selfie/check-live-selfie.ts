import { AppError } from '../../../kernel/index.ts';
import type { FaceMatcher } from '../../biometrics/index.ts';
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
  const followed = await faceMatcher.follow(frames);
  const [straight] = followed.ok ? followed.faces : [];
  if (!followed.ok || !straight) return 'not-shown';
  const asked = ['straight', ...live.movements] as const;
  const isShown = followed.faces.every(
    (face, at) => frameProblem(asked[at] ?? 'straight', straight, face) === undefined,
  );
  return isShown ? 'shown' : 'not-shown';
}
