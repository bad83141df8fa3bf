import { randomUUID } from 'node:crypto';
import { type Clock, err, ok, type PersonId, type Result } from '../../../kernel/index.ts';
import { drawMovements, type Movement } from '../../biometrics/index.ts';
import type { Quotas } from '../../quotas/index.ts';
import { type Cases, mayAnswer, type NotNow, withAnswers } from '../cases/index.ts';
import { askAgain, type LiveSelfie } from '../flow/index.ts';
import { liveSelfieLimits } from './limits.ts';
import { type LiveStep, stepOf } from './live-step.ts';
import type { LiveSelfieSettings } from './settings.ts';

/** `too-few-movements`: what is left would show too little; a photo is the way then. */
export type BeginError = NotNow | 'too-many-tries' | 'too-few-movements';

/**
 * Begins a live picture: draws the movements, and takes the place of a selfie that was there. `without` are movements that
 * the person cannot do: others are drawn, and fewer where fewer are left.
 */
export async function beginLiveSelfie(
  {
    clock,
    cases,
    quotas,
    settings,
  }: {
    readonly clock: Clock;
    readonly cases: Pick<Cases, 'change' | 'latest'>;
    readonly quotas: Quotas;
    readonly settings: LiveSelfieSettings;
  },
  person: PersonId,
  without: readonly Movement[],
): Promise<Result<LiveStep, BeginError>> {
  const open = await cases.latest(person);
  if (!open?.contents || !mayAnswer(open, 'selfie')) return err('not-now');
  const drawn = drawMovements(settings.movementsAsked, without);
  if (drawn.length < settings.fewestMovements) return err('too-few-movements');
  const taken = await quotas.take([{ limit: liveSelfieLimits['tries-a-day'], of: [person] }]);
  if (!taken.allowed) return err('too-many-tries');

  const live: LiveSelfie = {
    nonce: randomUUID(),
    movements: drawn,
    startedAt: clock.now().toISOString(),
    frames: [],
  };
  const changed = await cases.change<NotNow>(person, (now) => {
    if (!mayAnswer(now, 'selfie')) return err('not-now');
    return ok(withAnswers(now, { ...askAgain(now.contents.answers, ['selfie']), liveSelfie: live }));
  });
  return changed.ok ? ok(stepOf(live)) : changed;
}
