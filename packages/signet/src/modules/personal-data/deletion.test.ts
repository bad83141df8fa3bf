import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnsNamingPeople, tablesHolding } from '../../../../../test/support/database/rows-naming.ts';
import { startSignet, type TestSignet } from '../../../../../test/support/sites/signet.ts';
import { makeAccount } from '../../../../../test/support/visitors/signet-visitor.ts';
import { makeVerified, type VerifiedVisitor } from '../../../../../test/support/visitors/verified-visitor.ts';
import { type CaseId, newId, type PersonId, Redacted } from '../../kernel/index.ts';
import { parseEmailAddress } from '../accounts/index.ts';
import { createPostgresProofingStores } from '../proofing/index.ts';

let world: TestSignet;
beforeAll(async () => {
  world = await startSignet();
});
afterAll(() => world.close());

const db = () => world.signet.resources.pool.db;
const deletion = () => world.signet.personalData.deletion;

/** As if so long had passed since the deletion was asked for, or since the account was closed. */
const wait = (person: PersonId, interval: string) =>
  sql`UPDATE account_deletions SET asked_at = asked_at - ${interval}::interval, due_at = due_at - ${interval}::interval,
    closed_at = closed_at - ${interval}::interval WHERE person = ${person}`.execute(db());

const subjectsOf = async ({ email }: VerifiedVisitor) =>
  (await world.mailTo(email)).map(({ subject }) => subject);
const linkIn = (text: string, path: string) =>
  new RegExp(`http\\S+/${path}/([\\w-]+)`).exec(text)?.[1] ?? 'no link';
const actionsAbout = async (subject: string) => {
  const { rows } = await sql<{ action: string }>`SELECT entry::jsonb ->> 'action' AS action FROM audit_entries
    WHERE entry::jsonb ->> 'subject' = ${subject} ORDER BY id DESC`.execute(db());
  return rows.map(({ action }) => action);
};

function mustParse(email: string) {
  const address = parseEmailAddress(email);
  if (!address.ok) throw new Error('not an address');
  return address.value;
}

async function eraseNow(person: PersonId): Promise<void> {
  await deletion().ask(person);
  await wait(person, '8 days');
  await deletion().sweep();
  await wait(person, '3 minutes');
  await deletion().sweep();
}

/** A row in every table that names a person, as far as the flows make them. */
async function lived(): Promise<VerifiedVisitor & { readonly auditRef: string }> {
  const visitor = await makeVerified(world);
  const { person } = visitor;
  const { signet } = world;
  await signet.transact((tx) => signet.proofing.startCase(tx, person, { ial: 1 }));
  const stores = createPostgresProofingStores(db(), signet.resources.kms);
  const caseId = (await stores.cases.latest(person))?.id ?? newId<CaseId>();
  await signet.transact(async (tx) => {
    const at = new Date();
    const of = { person, id: caseId };
    await stores.reviews.open(tx, {
      reference: `SGN-${caseId.slice(0, 8)}`,
      person,
      caseId,
      reasons: ['no-phone'],
      openedAt: at,
    });
    await stores.images.put(tx, { person, caseId, id: newId<CaseId>() }, Buffer.from('sealed'));
    await stores.findings.addSubmission(tx, of, at);
    await stores.findings.add(tx, of, {
      inputs: 'a',
      at,
      finding: { check: 'social-security', result: 'match' },
    });
    await stores.phoneCodes.add(tx, of, { kind: 'sent', number: new Redacted('+12025550143' as never), at });
    const token = Buffer.from(caseId);
    const link = { id: caseId, roles: ['front'] as const, language: 'en' as const, token, code: caseId };
    await stores.phoneLinks.put(tx, { ...link, person, caseId, expiresAt: at });
    await stores.signals.note(person, [{ signal: 'phone', of: [caseId] }], at);
    const old = parseEmailAddress(`old-${visitor.email}`);
    const added = old.ok && (await signet.accounts.addresses.add(tx, person, old.value));
    if (added !== false && added.ok) await signet.accounts.addresses.remove(tx, person, added.value.id);
    await sql`INSERT INTO recoveries (id, person, state, started_at, expires_at)
      VALUES (gen_random_uuid(), ${person}, 'canceled', now(), now())`.execute(db());
    await sql`INSERT INTO phones (person, id, kind, number, number_digest, failures, bound_at)
      VALUES (${person}, gen_random_uuid(), 'text', 'sealed', 'digest', 0, now())`.execute(db());
    await sql`INSERT INTO recovery_cases (id, reference, version, state, person, contact, language, status_lookup,
        opened_at, forget_at)
      VALUES (gen_random_uuid(), ${caseId}, 1, 'refused', ${person}, 'sealed', 'en', ${Buffer.from(caseId)}, now(),
        now())`.execute(db());
    await sql`INSERT INTO ways_before_recovery VALUES (${person}, gen_random_uuid(), '{}', '{}', now())`.execute(
      db(),
    );
    await sql`INSERT INTO recovery_blocks (person, blocked_until) VALUES (${person}, now())`.execute(db());
    await signet.notices.send(tx, {
      to: new Redacted(visitor.email),
      template: 'account-kept',
      lang: 'en',
      values: { at },
      disavows: { person, kind: 'sign-in', about: 'any' },
    });
    await sql`INSERT INTO consents VALUES (${person}, 'records', '{email}', '{}', now(), now())`.execute(
      db(),
    );
  });
  const auditRef = (await signet.accounts.get(person))?.auditRef ?? 'none';
  return { ...visitor, auditRef };
}

/** Tables that name a person and stay empty here: what fills them is shown where it is made. */
const emptyHere = new Set([
  'email_confirmations',
  'openid_artifacts',
  'passkeys',
  'passkey_users',
  'account_deletions',
  'account_deletion_links',
]);

describe('what is kept of a person', () => {
  it('A27: every table with a column that names a person is told and forgotten by the module that keeps it', async () => {
    const found = new Set((await columnsNamingPeople(db())).map(({ table }) => table));
    const covered = world.signet.personalData.tables;
    expect([...found].filter((table) => !covered.includes(table))).toEqual([]);
    expect(covered.filter((table) => !found.has(table))).toEqual([]);
    expect(covered.filter((table, at) => covered.indexOf(table) !== at)).toEqual([]); // each has one keeper
  });

  it('A27: an erasure leaves no row that names the person, in any table', async () => {
    const visitor = await lived();
    const { rows } = await sql<{ lookup: string }>`
      SELECT encode(lookup, 'hex') AS lookup FROM email_addresses WHERE person = ${visitor.person}`.execute(
      db(),
    );
    const names = [visitor.person, ...rows.map(({ lookup }) => lookup)];
    const held = await tablesHolding(db(), names);
    const expected = world.signet.personalData.tables.filter((table) => !emptyHere.has(table));
    expect(expected.filter((table) => !held.includes(table))).toEqual([]);
    await eraseNow(visitor.person);
    expect(await tablesHolding(db(), names)).toEqual([]);
    expect(await tablesHolding(db(), [visitor.auditRef])).toEqual(['audit_entries']);
    expect((await actionsAbout(visitor.auditRef)).slice(0, 3)).toEqual([
      'account.erased',
      'account.closed',
      'account.deletion-asked',
    ]);
  });
});

describe('deleting an account', () => {
  it('B16: every step is told to every address; the last mail leads to the proof, which names nobody', async () => {
    const visitor = await lived();
    await deletion().ask(visitor.person);
    await wait(visitor.person, '6 days 1 hour');
    expect(await deletion().sweep()).toMatchObject({ reminded: 1 });
    expect(await deletion().sweep()).toMatchObject({ reminded: 0 });
    await wait(visitor.person, '1 day');
    expect(await deletion().sweep()).toEqual({ reminded: 0, closed: 1, erased: 0 });
    await wait(visitor.person, '3 minutes');
    expect(await deletion().sweep()).toEqual({ reminded: 0, closed: 0, erased: 1 });
    expect((await subjectsOf(visitor)).slice(-3)).toEqual([
      'Your Signet account will be deleted',
      'Your Signet account will be deleted in one day',
      'Your Signet account is deleted',
    ]);
    const last = (await world.mailTo(visitor.email)).at(-1)?.text ?? '';
    const reference = linkIn(last, 'erased');
    const unsigned = await world.signet.personalData.receipt(reference);
    expect(unsigned?.checkpoint).toBeUndefined();
    expect(unsigned?.entry).toContain(reference); // there at once, before it has its place
    await world.signet.sequencer.sequence();
    await world.signet.checkpointer.checkpoint();
    const receipt = await world.signet.personalData.receipt(reference);
    expect(receipt?.checkpoint?.size).toBeGreaterThan(receipt?.place?.position ?? Number.POSITIVE_INFINITY);
    expect(receipt?.entry).toContain(reference);
    expect(receipt?.entry).not.toContain(visitor.person);
  });

  it('a second press changes nothing, and sends nothing twice', async () => {
    const { person, email } = await makeVerified(world);
    const [first, second] = await Promise.all([deletion().ask(person), deletion().ask(person)]);
    expect(second.dueAt).toEqual(first.dueAt);
    const asked = (await world.mailTo(email)).filter(({ subject }) => subject.endsWith('will be deleted'));
    expect(asked.length).toBe(1);
    const kept = await Promise.all([deletion().keep(person), deletion().keep(person)]);
    expect(kept.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(
      (await subjectsOf({ email } as VerifiedVisitor)).filter((one) => one.endsWith('stays')).length,
    ).toBe(1);
  });

  it('A27: the same person proves themselves anew, with the same number and the same address', async () => {
    const visitor = await lived();
    await eraseNow(visitor.person);
    const again = await makeAccount(world);
    const person = (await world.signet.authentication.session.load(again.browser.cookie('signet') ?? ''))
      ?.session.person;
    if (!person) throw new Error('nobody');
    const claimed = await world.signet.transact((tx) =>
      world.signet.ssnIndex.claim(tx, new Redacted(visitor.ssn), person),
    );
    expect(claimed.ok).toBe(true);
    const started = await world.signet.transact((tx) =>
      world.signet.accounts.create(tx, {
        address: mustParse(visitor.email),
        language: 'es',
      }),
    );
    expect(started.ok).toBe(true);
  });

  it('killed between any two steps it goes on, and ends the same: once erased, one entry, one last mail', async () => {
    const visitor = await lived();
    const { person } = visitor;
    await deletion().ask(person);
    await wait(person, '8 days');
    await deletion().sweep();
    await wait(person, '3 minutes');
    const steps = ['consents', 'proofings', 'vaults', 'people', 'outgoing_messages'];
    for (const table of steps) {
      await sql`ALTER TABLE ${sql.table(table)} RENAME TO away`.execute(world.owner.db);
      await expect(deletion().sweep()).rejects.toThrow('some deletions could not go on');
      await sql`ALTER TABLE away RENAME TO ${sql.table(table)}`.execute(world.owner.db);
    }
    expect(await world.signet.accounts.get(person)).toBeDefined();
    const results = await Promise.all([deletion().sweep(), deletion().sweep(), deletion().sweep()]);
    expect(results.reduce((sum, { erased }) => sum + erased, 0)).toBe(1);
    expect((await actionsAbout(visitor.auditRef)).filter((one) => one === 'account.erased').length).toBe(1);
    expect((await subjectsOf(visitor)).filter((one) => one.endsWith('is deleted')).length).toBe(1);
  });

  it('kept in the very moment it is due: either it stays whole or it is gone, and the answer says which', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { person } = await makeVerified(world);
      await deletion().ask(person);
      await wait(person, '8 days');
      const [kept] = await Promise.all([deletion().keep(person), deletion().sweep()]);
      const account = await world.signet.accounts.get(person);
      const pending = await deletion().pendingOf(person);
      expect([account?.status, pending?.closing]).toEqual(kept.ok ? ['active', undefined] : ['closed', true]);
      expect((await deletion().keep(person)).ok).toBe(false);
    }
  });

  it.each([
    [
      'suspended',
      (person: PersonId) => sql`UPDATE people SET status = 'suspended' WHERE id = ${person}`,
      (person: PersonId) => sql`UPDATE people SET status = 'active' WHERE id = ${person}`,
    ],
    [
      'in-recovery',
      (person: PersonId) => sql`INSERT INTO recoveries (id, person, state, started_at, expires_at)
        VALUES (gen_random_uuid(), ${person}, 'started', now(), now() + interval '1 hour')`,
      (person: PersonId) => sql`UPDATE recoveries SET state = 'canceled' WHERE person = ${person}`,
    ],
  ] as const)('an account that is %s is not erased before that is over', async (hold, begin, end) => {
    const { person } = await makeVerified(world);
    await deletion().ask(person);
    await begin(person).execute(db());
    await wait(person, '8 days');
    expect(await deletion().sweep()).toMatchObject({ closed: 0 });
    expect((await deletion().pendingOf(person))?.held).toBe(hold);
    await end(person).execute(db());
    expect(await deletion().sweep()).toMatchObject({ closed: 1 });
  });

  it('attack, a thief who deletes: the link in the owner’s mailbox keeps the account and ends the thief’s session', async () => {
    const owner = await makeVerified(world); // signed in here is the thief
    await deletion().ask(owner.person);
    const token = linkIn((await world.mailTo(owner.email)).at(-1)?.text ?? '', 'keep-account');
    expect(await deletion().linkWorks(token)).toBe(true);
    expect((await deletion().keepByLink(token)).ok).toBe(true);
    expect(await deletion().pendingOf(owner.person)).toBeUndefined();
    const cookie = owner.browser.cookie('signet') ?? '';
    expect(await world.signet.authentication.session.load(cookie)).toBeUndefined();
    expect([(await deletion().keepByLink(token)).ok, await deletion().linkWorks(token)]).toEqual([
      false,
      false,
    ]);
    expect((await deletion().keepByLink('made-up')).ok).toBe(false);
  });
});
