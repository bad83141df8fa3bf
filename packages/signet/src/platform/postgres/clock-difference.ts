import { sql } from 'kysely';
import { AppError, type Clock, hours } from '../../kernel/index.ts';
import type { Queries } from './pool.ts';

/** Days, limits and deadlines are reckoned on many machines: they must agree within this. Milliseconds. */
const mostDifference = hours(1);

/**
 * Throws AppError `clock-differs` where this machine's clock and the database's are far apart. Times are written by one
 * process and judged by another, and what a job believes to be over it removes for good.
 */
export async function refuseWrongClock(db: Queries, clock: Clock): Promise<void> {
  const before = clock.now().getTime();
  const { rows } = await sql<{ at: Date }>`SELECT clock_timestamp() AS at`.execute(db);
  const there = rows[0]?.at.getTime() ?? before;
  const after = clock.now().getTime(); // a database that answers late is no wrong clock
  const ahead = before > there ? before - there : Math.min(0, after - there);
  if (Math.abs(ahead) <= mostDifference) return;
  const apart = `${Math.round(Math.abs(ahead) / 60_000)} minutes ${ahead > 0 ? 'ahead of' : 'behind'}`;
  throw new AppError('clock-differs', {
    message: `The clock of this machine is ${apart} the database server's: set both by the same time`,
  });
}
