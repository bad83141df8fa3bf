import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { jobKinds } from '../../../packages/signet/src/composition/run.ts';
import { days, hours, systemClock } from '../../../packages/signet/src/kernel/index.ts';
import { refuseWrongClock } from '../../../packages/signet/src/platform/postgres/index.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';

let world: TestSignet;
beforeAll(async () => {
  world = await startSignet();
});
afterAll(() => world.close());
afterEach(() => {
  vi.useRealTimers();
  return world.owner.pg.query('DELETE FROM sessions; DELETE FROM agency_sessions');
});

const sweep = () => world.signet.authentication.removeExpired();
const sessions = async () => (await world.owner.pg.query('SELECT FROM sessions')).rowCount;

/** A session that ends so many hours from now, in the partition of the day on which another time lies. */
const session = (endsIn: number, lies: number) =>
  world.owner.pg.query(
    `INSERT INTO sessions (lookup, slot, events, created_at, last_seen_at, expires_at, pending, version)
     VALUES (gen_random_uuid()::text::bytea, day_slot(now() + $2 * interval '1 hour'), '[]', now(), now(),
       now() + $1 * interval '1 hour', '', 1)`,
    [endsIn, lies],
  );

describe('attack, a process whose clock is days ahead', () => {
  it('a worker’s sweep empties no partition of today or tomorrow: the database says which day is over', async () => {
    await session(1, 0);
    await session(12, 24);
    const now = Date.now();
    for (const ahead of [1, 2, 3, 4]) {
      vi.useFakeTimers({ toFake: ['Date'], now: now + days(ahead) });
      await sweep();
    }
    expect(await sessions()).toBe(2);
  });

  it('a session that it wrote into the partition of a past day stays while it counts, with all that lies there', async () => {
    await session(-26, -25);
    await session(24, -25);
    await sweep();
    expect(await sessions()).toBe(2);
  });

  it('what came into the partition while the sweep waited for it is seen, and stays', async () => {
    await session(-26, -25);
    const writer = await world.owner.pg.connect();
    await writer.query('BEGIN');
    await writer.query(
      `INSERT INTO sessions (lookup, slot, events, created_at, last_seen_at, expires_at, pending, version)
       VALUES ('live', day_slot(now() - interval '25 hours'), '[]', now(), now(), now() + interval '1 day', '', 1)`,
    );
    const sweeping = sweep();
    await pause(250); // it has looked, and stands in line for the partition
    await writer.query('COMMIT');
    writer.release();
    await sweeping;
    expect(await sessions()).toBe(2);
  });

  it('what ended on a day that is over goes', async () => {
    await session(-26, -25);
    await sweep();
    expect(await sessions()).toBe(0);
  });

  it('no sweep runs by it, whatever it would remove', async () => {
    for (const apart of [hours(1.1), -hours(1.1)]) {
      const clock = manualClock(new Date(Date.now() + apart));
      const sweeps = jobKinds({ ...world.signet, clock }).filter(({ every }) => every);
      expect(sweeps.length).toBeGreaterThan(4);
      for (const { run } of sweeps) await expect(run({})).rejects.toMatchObject({ code: 'clock-differs' });
    }
    for (const { run, every } of jobKinds(world.signet)) if (every) await run({});
  });

  it('is named, with how far it is apart', async () => {
    const db = world.signet.resources.pool.db;
    await refuseWrongClock(db, systemClock);
    await refuseWrongClock(db, manualClock(new Date(Date.now() + hours(0.9))));
    await expect(refuseWrongClock(db, manualClock(new Date(Date.now() + days(2))))).rejects.toThrow(
      'The clock of this machine is 2880 minutes ahead of the database server',
    );
    await expect(refuseWrongClock(db, manualClock(new Date(Date.now() - days(2))))).rejects.toThrow(
      '2880 minutes behind',
    );
  });
});
