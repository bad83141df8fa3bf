import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerAll, check, current, settled } from '../../../../../../test/support/worlds/proofing-acts.ts';
import { person, Script, withFields } from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import {
  begin,
  freshSsn,
  giveBack,
  given,
  provenPerson,
  recover,
  rowsOf,
} from '../../../../../../test/support/worlds/repeated-proofing-acts.ts';
import { hours, minutes, type PersonId, Redacted } from '../../../kernel/index.ts';
import { asPending, type Recovery, recoveryIn } from '../index.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  Object.assign(world.script, new Script());
  world.clock.advance(hours(48)); // yesterday's tries count no more
});

describe('the same person', () => {
  it('B15: gets their account back with the verified identity, and every earlier way in opens nothing', async () => {
    const { account, ssn } = await provenPerson(world);
    const before = await world.readIdentity(account);
    const { recovery, decision } = await recover(world, { account, ssn });
    expect(decision).toEqual({ outcome: 'verified' });
    expect(await world.proofing.isProvenAgain(recovery)).toBe(true);

    const key = given(await giveBack(world, recovery));
    expect(key.person).toBe(account);
    expect(await world.readWith(key)).toEqual(before);
    await expect(world.readIdentity(account)).rejects.toMatchObject({ code: 'vault-refused' });
    expect(await world.vault.exists(recovery.subject)).toBe(false);
    expect((await world.proofing.identityOf(account))?.ial).toBe(2);
    expect(await rowsOf(world, 'proofings', account)).toBe(2);
    expect(await rowsOf(world, 'proofings', recovery.subject)).toBe(0);
    expect(await current(world.proofing, account)).not.toHaveProperty('recovers');
  });

  it('is told at the account, never under the name of the recovery; the audit log names the account', async () => {
    const { account, ssn } = await provenPerson(world);
    const { recovery } = await recover(world, { account, ssn });
    const told = world.notices.filter(({ notice }) => notice.kind === 'identity-proven-again');
    expect(told.at(-1)).toMatchObject({ person: account, notice: { recovers: true } });
    expect(world.notices.some((one) => one.person === recovery.subject)).toBe(false);
    const { rows } = await world.pool.pg.query('SELECT 1 FROM audit_entries WHERE entry::text LIKE $1', [
      `%${recovery.subject}%`,
    ]);
    expect(rows).toEqual([]);
  });

  it.each([
    [
      'with another reading of the same document',
      { familyName: 'RIVERA SPECIMEN', documentNumber: 'r441-7209' },
    ],
    ['with a renewed one that has another number', { documentNumber: 'R9900112', expiryDate: '2036-03-14' }],
    ['with the same document in a new name', { familyName: 'Alder' }],
  ])('is known %s', async (_how, changes) => {
    const { account, ssn } = await provenPerson(world);
    world.script.document = withFields(changes);
    expect((await recover(world, { account, ssn })).decision).toEqual({ outcome: 'verified' });
  });

  it('proves at the level of the account (§4.2.1.4): at IAL1 no phone is missed', async () => {
    const account = await world.newPerson();
    const ssn = freshSsn();
    for (const subject of [account, undefined]) {
      const of = subject ?? (await begin(world, account)).subject;
      if (subject) await world.start(of, { ial: 1 });
      await answerAll(world, of, ssn);
      await world.proofing.sayNoPhone(of);
      const { required, decision } = await check(world, of);
      expect({ required, decision }).toEqual({ required: { ial: 1 }, decision: { outcome: 'verified' } });
    }
  });

  it('A3, A21: at IAL2 without a phone a person looks, and the one they approve is the account’s person too', async () => {
    const { account, ssn } = await provenPerson(world);
    const recovery = await begin(world, account);
    await answerAll(world, recovery.subject, ssn);
    await world.proofing.sayNoPhone(recovery.subject);
    expect((await check(world, recovery.subject)).decision).toMatchObject({
      outcome: 'needs-person',
      reasons: ['no-phone'],
    });
    const { reference = '', recovers } = (await world.proofing.openReviews()).at(-1) ?? {};
    expect(recovers).toBe(true);
    const agent = { ref: 'agent-7', saw: { kind: 'passport', issuer: 'us' } } as const;
    settled(await world.proofing.settleReview(reference, 'approve', agent));
    const { id } = await current(world.proofing, recovery.subject);
    await world.proofing.runChecks(id);
    world.clock.advance(hours(71)); // they were written to, and come back when they read it
    expect(await world.proofing.isUnderWay(recovery)).toBe(true);
    expect(await world.proofing.isProvenAgain(recovery)).toBe(true);
    world.clock.advance(hours(2));
    expect(await world.proofing.isUnderWay(recovery)).toBe(false);
  });

  it('B4, A22: may try three times a day, and the fourth waits', async () => {
    const { account } = await provenPerson(world);
    for (let tries = 0; tries < 3; tries++) await begin(world, account);
    const fourth = await world.transact((tx) => world.proofing.proveAgain(tx, account));
    expect(fourth).toEqual({
      ok: false,
      error: { code: 'too-many-recoveries', again: new Date(world.clock.now().getTime() + hours(24)) },
    });
    world.clock.advance(hours(24) + minutes(1));
    await begin(world, account);
  });

  it('of six who begin at once, three begin', async () => {
    const { account } = await provenPerson(world);
    const begun = await Promise.all(
      Array.from({ length: 6 }, () => world.transact((tx) => world.proofing.proveAgain(tx, account))),
    );
    expect(begun.filter(({ ok }) => ok)).toHaveLength(3);
  });

  it('does not exist for an account that nobody was proven for', async () => {
    const nobody = await world.newPerson();
    const begun = await world.transact((tx) => world.proofing.proveAgain(tx, nobody));
    expect(begun).toMatchObject({ ok: false, error: { code: 'never-proven' } });
  });
});

it('keeps of document, name and birth date only what cannot be read or met again elsewhere', async () => {
  const [one, other] = [await provenPerson(world), await provenPerson(world)];
  const { rows } = await world.pool.pg.query(
    'SELECT document_digest, person_digest FROM proofings WHERE person = ANY($1)',
    [[one.account, other.account]],
  );
  const digests = rows.flatMap((row) => [row.document_digest, row.person_digest].map(String));
  expect(new Set(digests).size).toBe(4); // the same document of two accounts does not meet
  expect(await world.dump()).not.toContain(person.documentNumber);
});

it('is remembered in the session of its browser, and read from nothing else', () => {
  const recovery: Recovery = {
    subject: 'a' as PersonId,
    account: 'b' as PersonId,
    secret: new Redacted('c'),
  };
  const session = (pending: Record<string, unknown>) => ({ session: { pending } }) as never;
  const read = recoveryIn(session(asPending(recovery)));
  expect({ ...read, secret: read?.secret.reveal() }).toEqual({ subject: 'a', account: 'b', secret: 'c' });
  expect(recoveryIn(session({}))).toBeUndefined();
  expect(recoveryIn(session(asPending(undefined)))).toBeUndefined();
});
