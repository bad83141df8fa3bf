import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../../../test/support/database/database.ts';
import { testKms } from '../../../../../../test/support/database/kms.ts';
import { manualClock } from '../../../../../../test/support/manual-clock.ts';
import { asId, newId, type PersonId } from '../../../kernel/index.ts';
import { openPool } from '../../../platform/postgres/index.ts';
import { postgresQuotas } from '../../quotas/index.ts';
import { type AttemptKind, type Attempts, createAttempts } from './attempts.ts';
import { attemptLimits } from './limits.ts';

let attempts: Attempts;
let close: () => Promise<void>;
beforeAll(async () => {
  const database = await createTestDatabase();
  const pool = openPool(database.url, () => undefined);
  const clock = manualClock(new Date('2026-06-03T14:00:00Z'));
  attempts = createAttempts(postgresQuotas(pool.db), await testKms(), clock);
  close = async () => {
    await pool.close();
    await database.drop();
  };
});
afterAll(() => close());

const kinds = Object.keys(attemptLimits) as AttemptKind[];
let count = 0;
const network = () => `network ${count++}`;
const own = async () => 'own browser';

/** Strangers try until they may not any more; what they used up then. */
async function usedUp(
  kind: AttemptKind,
  next: () => { readonly subject: string; readonly source: string },
): Promise<readonly string[]> {
  for (let n = 0; n < 300; n++) {
    const { subject, source } = next();
    const taken = await attempts.take(kind, subject, source);
    if (!taken.allowed) return taken.by;
  }
  return [];
}

describe('attack, using up the tries of somebody else', () => {
  it.each(kinds)(
    '%s (limit *.here, *.own): from their network; their own browser bears as much again',
    async (kind) => {
      const [subject, source] = [newId<PersonId>(), network()];
      expect(await usedUp(kind, () => ({ subject, source }))).toContain('here');
      let borne = 0;
      while ((await attempts.take(kind, subject, source, own)).allowed) borne += 1;
      expect(borne).toBe(attemptLimits[kind].own.most);
    },
  );

  it.each(['succeeded', 'succeededAtHome'] as const)(
    'a network whose tries are used up: what the owner gets right in their own browser (%s) uses up nothing there either',
    async (right) => {
      const [subject, source] = [newId<PersonId>(), network()];
      await usedUp('password', () => ({ subject, source }));
      for (let n = 0; n < 3 * attemptLimits.password.own.most; n++) {
        const taken = await attempts.take('password', subject, source, own);
        expect([n, taken.allowed]).toEqual([n, true]);
        if (taken.allowed) await taken.attempt[right]();
      }
    },
  );

  it.each(kinds)(
    '%s (limit *.subject): from many networks; where the account signed in before they do not count',
    async (kind) => {
      const subject = newId<PersonId>();
      expect(await usedUp(kind, () => ({ subject, source: network() }))).toEqual(['subject']);
      expect(await attempts.take(kind, subject, network(), own)).toMatchObject({ allowed: true });
      const home = network();
      await attempts.atHome(asId<PersonId>(subject), home);
      expect(await attempts.take(kind, subject, home)).toMatchObject({ allowed: true });
    },
  );

  it('a thief of the password, who never gave a second factor: their network is known for the address, and an authenticator bears no more from it', async () => {
    const [person, address, source] = [newId<PersonId>(), newId<PersonId>(), network()];
    const take = () => attempts.take('password', address, source, undefined, person);
    const thiefs = await take();
    if (thiefs.allowed) await thiefs.attempt.succeeded();
    expect(await take()).toMatchObject({ allowed: true, fromKnownPlace: false });
    await attempts.atHome(person, source);
    expect(await take()).toMatchObject({ allowed: true, fromKnownPlace: true });
  });

  it.each(kinds)(
    '%s (limit *.place): on all accounts from their network; their own browser and another network go on',
    async (kind) => {
      const source = network();
      expect(await usedUp(kind, () => ({ subject: newId<PersonId>(), source }))).toEqual(['place']);
      expect(await attempts.take(kind, newId<PersonId>(), source, own)).toMatchObject({ allowed: true });
      expect(await attempts.take(kind, newId<PersonId>(), network())).toMatchObject({ allowed: true });
    },
  );
});
