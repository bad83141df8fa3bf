import { AsyncLocalStorage } from 'node:async_hooks';
import { afterEach, expect, it, vi } from 'vitest';
import { createTestDatabase } from '../../../../../test/support/database/database.ts';
import { testKms } from '../../../../../test/support/database/kms.ts';
import { manualClock } from '../../../../../test/support/manual-clock.ts';
import { type JobPlace, minutes, Redacted, systemClock } from '../../kernel/index.ts';
import { federationJobs } from '../../modules/federation/index.ts';
import { createNotices, noticesJobs } from '../../modules/notices/index.ts';
import { proofingJobs } from '../../modules/proofing/index.ts';
import { openPool, transactOn } from '../postgres/index.ts';
import { type JobKind, openJobs } from './index.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A queue that nobody works at yet, so that what was put in first has no head start. */
async function queueOf(policy: Omit<JobKind, 'run'>, now?: () => number) {
  const database = await createTestDatabase();
  const pool = openPool(database.url, () => undefined);
  const jobs = await openJobs(database.url, [policy], () => undefined, now);
  const transact = transactOn(pool.db);
  cleanups.push(database.drop, pool.close, jobs.stop);
  return {
    pool,
    jobs,
    transact,
    add: (who: string, place?: JobPlace) => transact((tx) => jobs.enqueue(tx, policy.name, { who }, place)),
    work: (run: JobKind['run']) => jobs.work([{ ...policy, run }]),
  };
}

it('limit proofing-checks.at-once, proofing-checks.in-line: attack, a stranger’s checks fill the line: the owner’s is the next', async () => {
  const { add, work } = await queueOf(proofingJobs.check);
  for (let behind = 0; behind < 12; behind++) await add('stranger', { behind });
  await add('owner', { behind: 0 });
  const order: string[] = [];
  let now = 0;
  let most = 0;
  await work(async ({ who }) => {
    most = Math.max(most, ++now);
    await new Promise((resolve) => setTimeout(resolve, 20));
    order.push(String(who));
    now -= 1;
  });
  await vi.waitFor(() => expect(order.length).toBeGreaterThan(5), 30_000);
  expect(order.indexOf('owner')).toBeLessThan(2);
  expect(most).toBe(1);
});

it('attack, newcomers without end: a check that was put behind others goes before what comes later by as many minutes', async () => {
  const clock = manualClock(new Date('2026-11-30T08:00:00Z'));
  const { add, work } = await queueOf(proofingJobs.check, () => clock.now().getTime());
  await add('owner', { behind: 5 });
  for (let minute = 1; minute <= 12; minute++) {
    clock.advance(minutes(1));
    await add(`newcomer ${minute}`, { behind: 0 });
  }
  const order: string[] = [];
  await work(async ({ who }) => void order.push(String(who)));
  await vi.waitFor(() => expect(order).toHaveLength(13), 30_000);
  expect(order.indexOf('owner')).toBeGreaterThan(3); // behind those of whoever had fewer
  expect(order.indexOf('owner')).toBeLessThan(6);
});

it('limit messages.at-once, messages.in-line: attack, a stranger has mail after mail sent: the owner’s first goes before all but the first of these', async () => {
  const { pool, jobs, transact, work } = await queueOf(
    noticesJobs.deliver,
    () => 0, // all within one minute
  );
  /** How many were begun before, in the handler that delivers this one. */
  const place = new AsyncLocalStorage<number>();
  const places = new Map<string, number>();
  let begun = 0;
  const notices = createNotices({
    db: pool.db,
    transact,
    kms: await testKms(),
    service: { name: 'Signet', notMeUrl: 'https://signet.example/not-me', timeZone: 'UTC' },
    jobs,
    mailer: { deliver: async ({ to }) => void places.set(to, place.getStore() ?? -1) },
    texts: { deliver: async () => undefined },
    clock: systemClock,
  });
  const send = (to: string) =>
    transact((tx) =>
      notices.send(tx, {
        to: new Redacted(to),
        template: 'recovery-code-used',
        lang: 'en',
        values: { left: 9, at: new Date() },
      }),
    );
  for (let n = 0; n < 40; n++) await send('stranger@mail.example');
  await send('owner@mail.example');
  await work(({ id }) => place.run(begun++, () => notices.deliverMessage(String(id))));
  await vi.waitFor(() => expect(places.has('owner@mail.example')).toBe(true), 60_000);
  expect(places.get('owner@mail.example')).toBeLessThan(5); // four are begun at once
});

it('limit sign-out-told.at-once, sign-out-told.at-once-each: attack, an agency that hangs: the others are told meanwhile', async () => {
  const { add, work } = await queueOf(federationJobs.tellOfEnd);
  for (let n = 0; n < 4; n++) await add('hangs', { of: 'hangs' });
  await add('answers', { of: 'answers' });
  const told: string[] = [];
  let end = () => {};
  const hangs = new Promise<void>((resolve) => {
    end = resolve;
  });
  await work(async ({ who }) => {
    told.push(String(who));
    if (who === 'hangs') await hangs;
  });
  await vi.waitFor(() => expect(told).toContain('answers'), 15_000);
  expect(told).toEqual(['hangs', 'answers']);
  end();
});
