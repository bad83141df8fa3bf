import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database/database.ts';
import { testKms } from '../../../../../test/support/database/kms.ts';
import { inRequest, type PersonId, systemClock, type Transact, type Tx } from '../../kernel/index.ts';
import { openPool, type Pool, transactOn } from '../../platform/postgres/index.ts';
import { type Accounts, createAccounts, type EmailAddress, parseEmailAddress } from './index.ts';

let database: TestDatabase;
let pool: Pool;
let transact: Transact;
let accounts: Accounts;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool(database.url, () => undefined);
  transact = transactOn(pool.db);
  accounts = createAccounts({ db: pool.db, kms: await testKms(), clock: systemClock });
});
afterAll(async () => {
  await pool.close();
  await database.drop();
});

function address(typed: string): EmailAddress {
  const parsed = parseEmailAddress(typed);
  if (!parsed.ok) throw new Error(`not an address: ${typed}`);
  return parsed.value;
}

const create = (typed: string) =>
  transact((tx) => accounts.create(tx, { address: address(typed), language: 'en' }));

describe('an account', () => {
  const changes: readonly (readonly [string, (tx: Tx, person: PersonId) => Promise<unknown>])[] = [
    ['suspended', (tx, person) => accounts.suspend(tx, person)],
    ['given another language', (tx, person) => accounts.changeLanguage(tx, person, 'es')],
    ['given another primary address', (tx, person) => anotherPrimary(tx, person)],
  ];
  it.each(changes)('that is %s is seen so by the same request, which read it before', async (how, change) => {
    const created = await create(`read-${how.replaceAll(' ', '-')}@mail.example`);
    if (!created.ok) throw new Error('no account');
    const { person } = created.value;
    const read = async () => {
      const found = await accounts.withAddress(person);
      return { ...found?.account, address: found?.address?.reveal() };
    };
    await inRequest('one', async () => {
      const before = await read();
      await transact((tx) => change(tx, person));
      expect(await read()).not.toEqual(before);
    });
  });

  async function anotherPrimary(tx: Tx, person: PersonId): Promise<void> {
    const added = await accounts.addresses.add(tx, person, address('another-primary@mail.example'));
    if (!added.ok) throw new Error('no address');
    await accounts.addresses.makePrimary(tx, person, added.value.id);
  }

  it('is found by any spelling of its mailbox, and by no other', async () => {
    const created = await create('Ana.Rivera@Mail.Example');
    const found = await accounts.findByEmail(address('  ana.rivera@mail.example '));
    expect(created).toEqual({ ok: true, value: found });
    expect(await accounts.findByEmail(address('anarivera@mail.example'))).toBeUndefined();
  });

  it('is one per mailbox, also when two ask at once', async () => {
    const both = await Promise.allSettled([create('bo@mail.example'), create('BO@mail.example')]);
    const outcomes = both.map((one) => (one.status === 'fulfilled' ? one.value.ok : one.reason));
    expect(outcomes.sort()).toEqual([false, true]);
  });

  it('B16: is told at every address on file, as it was written', async () => {
    await create('Cy.Long@mail.example');
    const account = await accounts.findByEmail(address('cy.long@mail.example'));
    const to = account ? await accounts.noticeAddresses(account.person) : [];
    expect(to.map((one) => one.reveal())).toEqual(['Cy.Long@mail.example']);
  });

  it('A27: keeps no address in clear in any row', async () => {
    const { rows } = await sql<{ row: string; address: Buffer }>`
      SELECT row_to_json(e)::text AS row, address FROM email_addresses e`.execute(pool.db);
    const stored = rows.map(({ row, address: sealed }) => row + sealed.toString('latin1')).join('');
    expect(rows.length).toBeGreaterThan(0);
    expect(stored).not.toMatch(/rivera|mail\.example|cy\.long/i);
  });

  it('changes its language', async () => {
    const created = await create('dee@mail.example');
    if (!created.ok) throw new Error(created.error);
    await transact((tx) => accounts.changeLanguage(tx, created.value.person, 'es'));
    expect(await accounts.get(created.value.person)).toMatchObject({ language: 'es', status: 'active' });
  });
});

describe('reading an address', () => {
  it.each([
    '',
    'a',
    '@b.example',
    'a@',
    'a@localhost',
    'a b@c.example',
    'a@b@c.example',
    `${'x'.repeat(250)}@b.example`,
  ])('refuses %j', (typed) => expect(parseEmailAddress(typed).ok).toBe(false));

  it.each([
    'a@b.example\r\nBcc: everyone@c.example',
    'a@b.example,c@d.example',
    '"a\n"@b.example',
    'Ana <a@b.example>',
  ])('attack: mail headers and second recipients in an address, %j', (typed) =>
    expect(parseEmailAddress(typed).ok).toBe(false),
  );

  it('reads a domain in any script as its ASCII form', () => {
    expect(address('ana@bücher.example').written.reveal()).toBe('ana@xn--bcher-kva.example');
  });
});
