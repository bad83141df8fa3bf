import type { Clock } from '../kernel/index.ts';
import { documentDay } from '../modules/evidence/index.ts';
import type { ProofingNeeds } from '../modules/proofing/index.ts';
import type { Log } from '../platform/log/index.ts';
import { createPhotoLook } from './photo-look.ts';

interface LateLookNeeds {
  readonly clock: Clock;
  readonly sandbox: boolean;
  readonly log: Pick<Log, 'warn'>;
  readonly openLook?: typeof createPhotoLook;
}

/**
 * Looks at photos where the checks run, once nobody waits: models load with the first photo. A photo is here because nobody
 * looked at it when it was sent, perhaps because that look failed: the same one fails again, each time that the case is tried,
 * so it counts as one that nobody can look at.
 */
export function createLateLook({
  clock,
  sandbox,
  log,
  openLook = createPhotoLook,
}: LateLookNeeds): ProofingNeeds['lookLate'] {
  let look: ReturnType<typeof createPhotoLook> | undefined;
  return async ({ role, document }, photo) => {
    const what = role === 'selfie' ? { role } : { role, document };
    try {
      look ??= openLook();
      return (await look({ what, photo, today: documentDay(clock.now()), sandbox }))?.problems;
    } catch (error) {
      // its name alone: a decoder's message can quote the photo
      const fault = error instanceof Error ? error.name : 'unknown';
      log.warn({ fault }, 'a photo could not be looked at later either');
      return undefined;
    }
  };
}
