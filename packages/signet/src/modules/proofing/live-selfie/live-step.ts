import type { Movement } from '../../biometrics/index.ts';
import { isWhole, type LiveSelfie } from '../flow/index.ts';

/** What a live picture asks for now. Only this: what comes after is told when this was seen (A16). */
export interface LiveStep {
  readonly nonce: string;
  readonly ask: 'straight' | Movement | 'nothing-more';
  readonly seen: number;
  readonly of: number;
}

export const stepOf = (live: LiveSelfie): LiveStep => ({
  nonce: live.nonce,
  ask: asked(live),
  seen: live.frames.length,
  of: live.movements.length + 1,
});

function asked(live: LiveSelfie): LiveStep['ask'] {
  if (isWhole(live)) return 'nothing-more';
  return live.frames.length === 0 ? 'straight' : (live.movements[live.frames.length - 1] ?? 'nothing-more');
}
