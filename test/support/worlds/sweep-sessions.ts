import { hours } from '../../../packages/signet/src/kernel/index.ts';
import type { Pool } from '../../../packages/signet/src/platform/postgres/index.ts';
import type { manualClock } from '../manual-clock.ts';

interface Swept {
  readonly clock: ReturnType<typeof manualClock>;
  readonly pool: Pick<Pool, 'pg'>;
  readonly sessions: { removeExpired(): Promise<void> };
}

/**
 * As the job does it at this hour of the test's own clock. A sweep goes by the database's clock, which nobody moves by
 * hand: so the sessions are moved to where they would lie, and back.
 */
export async function sweepSessions({ clock, pool, sessions }: Swept): Promise<void> {
  const behind = (Date.now() - clock.now().getTime()) / 1000;
  await moveSessions(pool, behind);
  await sessions.removeExpired();
  await moveSessions(pool, -behind);
}

const moveSessions = (pool: Swept['pool'], seconds: number) =>
  pool.pg.query(
    `UPDATE sessions SET last_seen_at = last_seen_at + moved, expires_at = expires_at + moved,
       slot = day_slot(last_seen_at + moved + interval '1 day')
     FROM (SELECT $1::float8 * interval '1 second' AS moved) AS by`,
    [seconds],
  );

/** Hour by hour: what is over leaves with all that ended on the same day. */
export async function sweepForTwoDays(world: Swept): Promise<void> {
  for (let hour = 0; hour < 50; hour++) {
    world.clock.advance(hours(1));
    await sweepSessions(world);
  }
}
