import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  answerAll,
  check,
  current,
  settled,
  wholeCase,
} from '../../../../../../test/support/worlds/proofing-acts.ts';
import {
  confirmed,
  person,
  Script,
  withFields,
} from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import { days } from '../../../kernel/index.ts';
import { dryRun } from './dry-run.ts';
import { fraudPolicy, policySchema, weigh } from './policy.ts';
import { postgresSignals } from './postgres-signals.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ fraud: fraudPolicy });
});
afterAll(() => world.close());
beforeEach(async () => {
  Object.assign(world.script, new Script());
  await world.forgetTries();
  await sql`DELETE FROM proofing_signals`.execute(world.pool.db);
});

let serial = 1000;
const freshSsn = () => `907-26-${serial++}`;
/** A card and an address that nobody else has. */
const ownCard = () => withFields({ documentNumber: `Z${serial}`, street: `${serial} Juniper Street` });
const reasonsOf = async (reference: string) =>
  (await world.proofing.openReviews()).find((one) => one.reference === reference)?.reasons;

describe('A22: the same document, used by another account', () => {
  it('sends the case to a person, who reads why; its person reads only that somebody looks, and nobody is refused', async () => {
    expect((await wholeCase(world, freshSsn())).view.decision).toEqual({ outcome: 'verified' });
    const { of, view, id } = await wholeCase(world, freshSsn());
    if (view.decision?.outcome !== 'needs-person') throw new Error('expected a review');
    expect(view.decision.reasons).toEqual(['case-needs-a-look']);
    expect(await reasonsOf(view.decision.reference)).toEqual(['document-used-before']);
    settled(await world.proofing.settleReview(view.decision.reference, 'approve', { ref: 'agent-7' }));
    await world.proofing.runChecks(id);
    expect((await current(world.proofing, of)).decision).toEqual({ outcome: 'verified' });
  });

  it('is told of by no entry of the log that its person may download', async () => {
    await wholeCase(world, freshSsn());
    const { of } = await wholeCase(world, freshSsn());
    const { rows } = await sql<{ entry: string }>`
      SELECT entry FROM audit_entries WHERE entry::jsonb ->> 'subject' = ${of}`.execute(world.pool.db);
    expect(rows.map(({ entry }) => entry).join()).toContain('case-needs-a-look');
    expect(rows.map(({ entry }) => entry).join()).not.toContain('used-before');
  });

  it('counts for 90 days, also where the first try failed, and the same account counts once', async () => {
    world.script.socialSecurity = 'no-match';
    const first = await wholeCase(world, freshSsn());
    expect(first.view.decision?.outcome).toBe('try-again');
    world.script.socialSecurity = 'match';
    world.clock.advance(days(89));
    const second = await wholeCase(world, freshSsn());
    expect(second.view.decision?.outcome).toBe('needs-person');
    world.clock.advance(days(91));
    const third = await wholeCase(world, freshSsn());
    expect(third.view.decision).toEqual({ outcome: 'verified' });
    await world.proofing.sweep();
    const { rows } = await sql`SELECT DISTINCT person FROM proofing_signals`.execute(world.pool.db);
    expect(rows).toEqual([{ person: third.of }]);
  });
});

describe('attack on a signal: having somebody else sent to a person', () => {
  it('with forged cards that have their number, which can be guessed, and not their birth date', async () => {
    world.script.document = withFields({ documentNumber: 'G5550001', birthDate: '1961-02-03' });
    world.script.motorVehicles = { ...confirmed, match: { ...confirmed.match, birthDate: 'no-match' } };
    expect((await wholeCase(world, freshSsn())).view.decision).not.toEqual({ outcome: 'verified' });
    Object.assign(world.script, new Script());
    world.script.document = withFields({ documentNumber: 'G5550001' });
    const owner = await wholeCase(world, freshSsn());
    expect(owner.view.decision).toEqual({ outcome: 'verified' });
  });

  it('from accounts that send nothing in: a network is counted with a case that is sent in from it', async () => {
    const of = await world.newPerson();
    expect((await world.proofing.submit(of, '203.0.113.0/24')).ok).toBe(false);
    await world.start(of);
    expect((await world.proofing.submit(of, '203.0.113.0/24')).ok).toBe(false);
    const { rows } = await sql`SELECT FROM proofing_signals WHERE person = ${of}`.execute(world.pool.db);
    expect(rows).toEqual([]);
  });
});

describe('A22: signals that add up', () => {
  it('a phone and an address that many use send to a person together, and neither alone', () => {
    expect(weigh(fraudPolicy, { phone: 3, address: 8 })).toEqual([]);
    expect(weigh(fraudPolicy, { phone: 2, address: 9 })).toEqual([]);
    expect(weigh(fraudPolicy, { phone: 3, address: 9 })).toEqual(['phone', 'address']);
    expect(weigh(fraudPolicy, { network: 21, phone: 3 })).toEqual(['phone', 'network']);
    expect(weigh(fraudPolicy, {})).toEqual([]);
    expect(policySchema.parse(fraudPolicy)).toEqual(fraudPolicy);
  });

  it('the same picture, sent in by another account: a person looks', async () => {
    world.script.document = ownCard();
    const picture = Buffer.from('JPEG of somebody else’s card');
    for (const outcome of ['verified', 'needs-person']) {
      const of = await world.newPerson();
      world.script.document = ownCard();
      await world.start(of);
      await answerAll(world, of, freshSsn());
      settled(await world.proofing.addPhoto(of, 'front', picture));
      const { decision } = await check(world, of);
      expect(decision?.outcome).toBe(outcome);
      if (decision?.outcome === 'needs-person')
        expect(await reasonsOf(decision.reference)).toEqual(['picture-used-before']);
    }
  });

  it('honest people with papers of their own pass, one after the other, from one network', async () => {
    for (let people = 0; people < 3; people++) {
      const of = await world.newPerson();
      world.script.document = ownCard();
      await world.start(of);
      await answerAll(world, of, freshSsn());
      const { id } = settled(await world.proofing.submit(of, '198.51.100.0/24'));
      await world.proofing.runChecks(id);
      expect((await current(world.proofing, of)).decision).toEqual({ outcome: 'verified' });
    }
  });
});

describe('A22: a dry run of another policy', () => {
  it('tells how many accounts it would have sent to a person, and changes nothing', async () => {
    for (let people = 0; people < 2; people++) await wholeCase(world, freshSsn());
    const store = postgresSignals(world.pool.db, {
      mac: () => Promise.reject(new Error('nothing is noted')),
    });
    const { document, ...others } = fraudPolicy.signals;
    const lenient = { ...fraudPolicy, signals: { ...others, document: { ...document, accounts: 2 } } };
    const run = (one: typeof fraudPolicy, other: typeof fraudPolicy) =>
      dryRun(store, one, other, world.clock.now());
    expect(await run(fraudPolicy, lenient)).toEqual({ accounts: 2, byBoth: 0, byNowOnly: 2, byOtherOnly: 0 });
    expect(await run(lenient, fraudPolicy)).toEqual({ accounts: 2, byBoth: 0, byNowOnly: 0, byOtherOnly: 2 });
    expect(await run(fraudPolicy, fraudPolicy)).toMatchObject({ byBoth: 2 });
  });

  it('takes no policy that lacks a signal, or has one that there is not', () => {
    const { network: _left, ...lacking } = fraudPolicy.signals;
    expect(policySchema.safeParse({ ...fraudPolicy, signals: lacking }).success).toBe(false);
    expect(policySchema.safeParse({ ...fraudPolicy, refusesAt: 200 }).success).toBe(false);
  });
});

describe('A22: what is kept of what was used', () => {
  it('is a keyed digest, of which nothing can be read, and goes with its person', async () => {
    const { of } = await wholeCase(world, freshSsn());
    const { rows } = await sql<{ row: string }>`SELECT s::text AS row FROM proofing_signals s`.execute(
      world.pool.db,
    );
    expect(rows.length).toBeGreaterThan(4);
    const all = rows.map(({ row }) => row).join();
    for (const secret of [person.documentNumber, person.street, person.familyName, '55501'])
      expect(all).not.toContain(secret);
    await world.transact((tx) => world.proofing.erase(tx, of));
    const left = await sql`SELECT FROM proofing_signals WHERE person = ${of}`.execute(world.pool.db);
    expect(left.rows).toEqual([]);
  });
});
