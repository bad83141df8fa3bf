import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerAll, check, current, settled } from '../../../../../../test/support/worlds/proofing-acts.ts';
import { faces, person, Script, withFields } from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import { hours, minutes, type PersonId, Redacted } from '../../../kernel/index.ts';
import type { Presence } from '../../authentication/index.ts';
import { asPending, type Recovery, recoveringSubject } from '../index.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  Object.assign(world.script, new Script());
  world.clock.advance(hours(48)); // yesterday's tries count no more
});

let numbers = 5000;
const freshSsn = () => `900-12-${numbers++}`;

interface Proven {
  readonly account: PersonId;
  readonly ssn: string;
}

/** Somebody with an account, proven with a license and a phone of their own (IAL2). */
async function proven(): Promise<Proven> {
  const account = await world.newPerson();
  const ssn = freshSsn();
  await world.start(account, { ial: 2 });
  await answerAll(world, account, ssn);
  expect((await check(world, account)).decision).toEqual({ outcome: 'verified' });
  return { account, ssn };
}

const begin = async (account: PersonId): Promise<Recovery> =>
  settled(await world.transact((tx) => world.proofing.proveAgain(tx, account)));

/** The whole of a recovery up to its decision. */
async function recover(account: PersonId, ssn: string) {
  const recovery = await begin(account);
  await answerAll(world, recovery.subject, ssn);
  const { decision } = await check(world, recovery.subject);
  return { recovery, decision };
}

/** The session of the account's person in the browser that recovers, as it binds something new. */
const sessionOf = (recovery: Recovery, person: PersonId = recovery.account) =>
  ({ session: { person, pending: asPending(recovery) } }) as unknown as Pick<Presence, 'session'>;

const giveBack = (recovery: Recovery, person?: PersonId) =>
  world.transact((tx) => world.proofing.reclaimAccount(tx, sessionOf(recovery, person)));
const given = <T>(key: T | undefined): T => {
  if (key === undefined) throw new Error('the account was not given back');
  return key;
};
const notThisAccount = { outcome: 'refused', reasons: ['not-this-account'] };
const rowsOf = async (table: string, of: PersonId): Promise<number> =>
  (await world.pool.pg.query(`SELECT 1 FROM ${table} WHERE person = $1`, [of])).rows.length;

describe('the same person', () => {
  it('B15: gets their account back with the verified identity, and every earlier way in opens nothing', async () => {
    const { account, ssn } = await proven();
    const before = await world.readIdentity(account);
    const { recovery, decision } = await recover(account, ssn);
    expect(decision).toEqual({ outcome: 'verified' });
    expect(await world.proofing.isProvenAgain(recovery)).toBe(true);

    const key = given(await giveBack(recovery));
    expect(key.person).toBe(account);
    expect(await world.readWith(key)).toEqual(before);
    await expect(world.readIdentity(account)).rejects.toMatchObject({ code: 'vault-refused' });
    expect(await world.vault.exists(recovery.subject)).toBe(false);
    expect((await world.proofing.identityOf(account))?.ial).toBe(2);
    expect(await rowsOf('proofings', account)).toBe(2);
    expect(await rowsOf('proofings', recovery.subject)).toBe(0);
    expect(await current(world.proofing, account)).not.toHaveProperty('recovers');
  });

  it('is told at the account, never under the name of the recovery; the audit log names the account', async () => {
    const { account, ssn } = await proven();
    const { recovery } = await recover(account, ssn);
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
    const { account, ssn } = await proven();
    world.script.document = withFields(changes);
    expect((await recover(account, ssn)).decision).toEqual({ outcome: 'verified' });
  });

  it('proves at the level of the account (§4.2.1.4): at IAL1 no phone is missed', async () => {
    const account = await world.newPerson();
    const ssn = freshSsn();
    for (const subject of [account, undefined]) {
      const of = subject ?? (await begin(account)).subject;
      if (subject) await world.start(of, { ial: 1 });
      await answerAll(world, of, ssn);
      await world.proofing.sayNoPhone(of);
      const { required, decision } = await check(world, of);
      expect({ required, decision }).toEqual({ required: { ial: 1 }, decision: { outcome: 'verified' } });
    }
  });

  it('A3, A21: at IAL2 without a phone a person looks, and who they approve is the account’s person too', async () => {
    const { account, ssn } = await proven();
    const recovery = await begin(account);
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
    const { account } = await proven();
    for (let tries = 0; tries < 3; tries++) await begin(account);
    const fourth = await world.transact((tx) => world.proofing.proveAgain(tx, account));
    expect(fourth).toEqual({
      ok: false,
      error: { code: 'too-many-recoveries', again: new Date(world.clock.now().getTime() + hours(24)) },
    });
    world.clock.advance(hours(24) + minutes(1));
    await begin(account);
  });

  it('of six who begin at once, three begin', async () => {
    const { account } = await proven();
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

describe('somebody else', () => {
  it('attack, a twin with an own document and the number of the account: is refused, and not told what differed', async () => {
    const { account, ssn } = await proven();
    world.script.document = withFields({ givenName: 'Antonia', documentNumber: 'R4417210' });
    expect((await recover(account, ssn)).decision).toEqual(notThisAccount);
  });

  it('attack, the document of the account and another number: the very same words', async () => {
    const { account } = await proven();
    expect((await recover(account, freshSsn())).decision).toEqual(notThisAccount);
    const other = await proven();
    expect((await recover(account, other.ssn)).decision).toEqual(notThisAccount);
  });

  it('attack, the document of the account and the face of somebody else: another selfie, then a person, and no records', async () => {
    const { account, ssn } = await proven();
    world.script.face = faces(0.05);
    const asked = world.script.asked.length;
    const { recovery, decision } = await recover(account, ssn);
    expect(decision).toMatchObject({ outcome: 'try-again', step: 'selfie' });
    expect(await world.proofing.isProvenAgain(recovery)).toBe(false);
    expect(await giveBack(recovery)).toBeUndefined();
    expect(world.script.asked).toHaveLength(asked);
  });

  it('attack, using the recovery to claim a number: the index is as it was, whatever was decided', async () => {
    const { account, ssn } = await proven();
    const index = async () => (await world.pool.pg.query('SELECT * FROM ssn_index ORDER BY digest')).rows;
    const before = await index();
    await recover(account, ssn);
    await recover(account, freshSsn());
    expect(await index()).toEqual(before);
    const { recovery } = await recover(account, ssn);
    given(await giveBack(recovery));
    expect(await index()).toEqual(before);
  });

  it('attack, beginning an ordinary case under the name of a recovery: there is none but its own', async () => {
    const { account } = await proven();
    const { recovery } = await recover(account, freshSsn());
    const view = await world.start(recovery.subject, { ial: 2 });
    expect(view).toMatchObject({ recovers: true, decision: notThisAccount });
  });

  it('attack, holding only the mailbox: nothing of the open case is seen, and nothing of it changes', async () => {
    const { account } = await proven();
    world.clock.advance(hours(1));
    await world.proofing.withdraw(account);
    // a second proofing of the owner's own is under way, as after a change of rules
    const owners = await world.transact(async (tx) => {
      await world.deps.stores.cases.create(tx, { person: account }, { ial: 2 }, world.clock.now());
      return world.deps.stores.cases.latest(account, tx);
    });
    await answerAll(world, account);
    const before = await current(world.proofing, account);
    const recovery = await begin(account);
    const seen = await current(world.proofing, recovery.subject);
    expect(seen).toMatchObject({ step: 'choose', answers: { photos: {} } });
    expect(await world.proofing.photo(recovery.subject, 'selfie')).toBeUndefined();
    await world.proofing.withdraw(recovery.subject);
    expect(await current(world.proofing, account)).toEqual(before);
    expect(before.id).toBe(owners?.id);
  });

  it('attack, a second browser with the mailbox: it cannot claim what the first one proved', async () => {
    const { account, ssn } = await proven();
    const { recovery } = await recover(account, ssn);
    const mailbox = await begin(account);
    for (const stolen of [
      mailbox,
      { ...mailbox, subject: recovery.subject },
      { ...recovery, account: mailbox.subject },
    ]) {
      expect(await giveBack(stolen)).toBeUndefined();
    }
    expect(await giveBack(recovery, mailbox.subject)).toBeUndefined(); // signed in as somebody else
    given(await giveBack(recovery));
  });
});

describe('between the decision and the new authenticator', () => {
  it('a fault in the binding changes nothing; the same browser tries again', async () => {
    const { account, ssn } = await proven();
    const before = await world.readIdentity(account);
    const { recovery } = await recover(account, ssn);
    const dies = world.transact(async (tx) => {
      given(await world.proofing.reclaimAccount(tx, sessionOf(recovery)));
      throw new Error('the machine stops');
    });
    await expect(dies).rejects.toThrow('the machine stops');
    expect(await world.readIdentity(account)).toEqual(before);
    given(await giveBack(recovery));
  });

  it('is given back once, also of two requests at once', async () => {
    const { account, ssn } = await proven();
    const { recovery } = await recover(account, ssn);
    const both = await Promise.allSettled([giveBack(recovery), giveBack(recovery)]);
    expect(both.filter((one) => one.status === 'fulfilled' && one.value)).toHaveLength(1);
    expect(await giveBack(recovery)).toBeUndefined();
  });

  it('A17: photos and key go with the decision; what was read goes after a day that nobody came', async () => {
    const { account, ssn } = await proven();
    const { recovery } = await recover(account, ssn);
    expect(await rowsOf('proofing_images', recovery.subject)).toBe(0);
    const kept = await world.pool.pg.query('SELECT wrapped_key FROM proofing_cases WHERE person = $1', [
      recovery.subject,
    ]);
    expect(kept.rows).toEqual([{ wrapped_key: null }]);
    expect(await rowsOf('vault_items', recovery.subject)).toBe(1);
    world.clock.advance(hours(24) - minutes(1));
    await world.proofing.sweep();
    expect(await world.proofing.isProvenAgain(recovery)).toBe(true);
    world.clock.advance(minutes(2));
    expect(await giveBack(recovery)).toBeUndefined();
    await world.proofing.sweep();
    for (const table of ['vaults', 'vault_items', 'proofings']) {
      expect([table, await rowsOf(table, recovery.subject)]).toEqual([table, 0]);
    }
    expect((await world.proofing.identityOf(account))?.ial).toBe(2);
  });

  it('A17: a recovery that was left is deleted with its vault', async () => {
    const { account } = await proven();
    const recovery = await begin(account);
    await world.proofing.chooseDocument(recovery.subject, 'license');
    world.clock.advance(hours(73));
    await world.proofing.sweep();
    world.clock.advance(hours(25));
    await world.proofing.sweep();
    expect(await world.vault.exists(recovery.subject)).toBe(false);
  });

  it('A27: erasing the account erases its recoveries', async () => {
    const { account, ssn } = await proven();
    const { recovery } = await recover(account, ssn);
    await world.transact((tx) => world.proofing.erase(tx, account));
    for (const table of ['proofing_cases', 'proofings', 'proofing_findings', 'vaults']) {
      expect([table, await rowsOf(table, recovery.subject)]).toEqual([table, 0]);
    }
  });
});

it('keeps of document, name and birth date only what cannot be read or met again elsewhere', async () => {
  const [one, other] = [await proven(), await proven()];
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
  const read = recoveringSubject(session(asPending(recovery)));
  expect({ ...read, secret: read?.secret.reveal() }).toEqual({ subject: 'a', account: 'b', secret: 'c' });
  expect(recoveringSubject(session({}))).toBeUndefined();
  expect(recoveringSubject(session(asPending(undefined)))).toBeUndefined();
});
