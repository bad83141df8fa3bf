import { hours, type manualClock } from '../../../packages/signet/src/kernel/index.ts';

interface Swept {
  readonly clock: ReturnType<typeof manualClock>;
  readonly sessions: { removeExpired(): Promise<void> };
}

/** As the job does it, hour by hour: what is over leaves with all that ended on the same day. */
export async function sweepForTwoDays({ clock, sessions }: Swept): Promise<void> {
  for (let hour = 0; hour < 50; hour++) {
    clock.advance(hours(1));
    await sessions.removeExpired();
  }
}
