import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database/database.ts';
import { openWithStoredValues } from '../../../../../test/support/tripwire/vault-attacker.ts';
import { newId, type PersonId, Redacted, type Transact } from '../../kernel/index.ts';
import { openLocalKms } from '../../platform/kms/index.ts';
import { openPool, type Pool, transactOn } from '../../platform/postgres/index.ts';
import { createVault, postgresVaultStore, type Vault, type VaultKey, type WayIn } from './index.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'signet-vault-'));
const keyFile = path.join(dir, 'kms.json');
let database: TestDatabase;
let pool: Pool;
let transact: Transact;
let vault: Vault;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool(database.url, (error) => console.error(error));
  transact = transactOn(pool.db);
  vault = await vaultOf(pool);
});
afterAll(async () => {
  await pool.close();
  await database.drop();
  rmSync(dir, { recursive: true });
});

const vaultOf = async (on: Pool): Promise<Vault> =>
  createVault({ store: postgresVaultStore(on.db), kms: await openLocalKms(keyFile) });
const identity = { givenName: 'Avery', familyName: 'Specimen', ssn: '900-12-3456' };
const way = (kind: WayIn['kind'], ref = 'only'): WayIn => ({ kind, ref, secret: randomSecret() });
const randomSecret = (): Redacted<Uint8Array> => new Redacted(randomBytes(32));

/** A person with these ways in and an identity deposited; nothing of theirs stays in memory but the secrets. */
async function personWith(...ways: WayIn[]): Promise<PersonId> {
  const person = newId<PersonId>();
  await transact(async (tx) => {
    const key = await vault.create(tx, person);
    for (const each of ways) await vault.addWayIn(tx, key, each);
  });
  await transact((tx) => vault.deposit(tx, person, 'identity', identity));
  return person;
}

async function opened(person: PersonId, by: WayIn): Promise<VaultKey> {
  const outcome = await vault.open(person, by);
  if (!outcome.ok) throw new Error(outcome.error);
  return outcome.value;
}

describe('deposit without opening, open only with its owner', () => {
  it('gives back what was deposited while nobody was there, by each way in', async () => {
    const ways = [way('password'), way('passkey', 'credential-1'), way('recovery-code', 'code-7')];
    const person = await personWith(...ways);
    for (const each of ways) {
      expect(await vault.read(await opened(person, each), 'identity')).toEqual(identity);
    }
  });

  it('reads nothing where nothing was deposited, and the latest where twice', async () => {
    const password = way('password');
    const person = newId<PersonId>();
    await transact(async (tx) => vault.addWayIn(tx, await vault.create(tx, person), password));
    const key = await opened(person, password);
    expect(await vault.read(key, 'identity')).toBeUndefined();
    for (const familyName of ['Earlier', 'Later']) {
      await transact((tx) => vault.deposit(tx, person, 'identity', { familyName }));
    }
    expect(await vault.read(key, 'identity')).toEqual({ familyName: 'Later' });
  });

  it('keeps the other ways in when the password changes, and closes the old one', async () => {
    const [before, after, passkey] = [way('password'), way('password'), way('passkey')];
    const person = await personWith(before, passkey);
    const key = await opened(person, passkey);
    await transact((tx) => vault.addWayIn(tx, key, after));
    expect(await vault.open(person, before)).toEqual({ ok: false, error: 'does-not-open' });
    for (const each of [after, passkey]) {
      expect(await vault.read(await opened(person, each), 'identity')).toEqual(identity);
    }
  });

  it('tells a way in that was removed from one with another secret', async () => {
    const [password, code] = [way('password'), way('recovery-code', 'code-1')];
    const person = await personWith(password, code);
    await transact((tx) => vault.removeWayIn(tx, person, 'recovery-code', 'code-1'));
    expect(await vault.open(person, code)).toEqual({ ok: false, error: 'no-such-way' });
    expect(await vault.open(person, way('password'))).toEqual({ ok: false, error: 'does-not-open' });
  });

  it('opens for a session with the secret of its cookie and no other', async () => {
    const password = way('password');
    const person = await personWith(password);
    const cookie = randomSecret();
    const wrapped = await vault.wrapForSession(await opened(person, password), cookie);
    expect(await vault.read(await vault.openForSession(person, wrapped, cookie), 'identity')).toEqual(
      identity,
    );
    await expect(vault.openForSession(person, wrapped, randomSecret())).rejects.toMatchObject({
      code: 'vault-refused',
    });
    await expect(vault.openForSession(newId<PersonId>(), wrapped, cookie)).rejects.toMatchObject({
      code: 'vault-refused',
    });
  });

  it('makes one vault of two that are made at once', async () => {
    const person = newId<PersonId>();
    const made = await Promise.allSettled([1, 2].map(() => transact((tx) => vault.create(tx, person))));
    expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(made.find((each) => each.status === 'rejected')?.reason).toMatchObject({ code: 'vault-exists' });
  });

  it('renewed from another vault, it opens by new ways in only, and the other is gone', async () => {
    const [lost, session, found] = [way('password'), way('recovery-session'), way('passkey')];
    const person = await personWith(lost);
    const recovery = await personWith(session);
    const earlier = await opened(person, lost);
    const from = await opened(recovery, session);
    await transact((tx) => vault.deposit(tx, recovery, 'identity', { ...identity, familyName: 'Alder' }));
    await transact(async (tx) => vault.addWayIn(tx, await vault.renew(tx, person, from), found));
    expect(await vault.read(await opened(person, found), 'identity')).toMatchObject({ familyName: 'Alder' });
    expect(await vault.open(person, lost)).toEqual({ ok: false, error: 'no-such-way' });
    await expect(vault.read(earlier, 'identity')).rejects.toMatchObject({ code: 'vault-refused' });
    expect(await vault.exists(recovery)).toBe(false);
  });

  it('is not renewed from a vault with nothing in it', async () => {
    const [lost, session] = [way('password'), way('recovery-session')];
    const [person, empty] = [await personWith(lost), newId<PersonId>()];
    await transact(async (tx) => vault.addWayIn(tx, await vault.create(tx, empty), session));
    const from = await opened(empty, session);
    await expect(transact((tx) => vault.renew(tx, person, from))).rejects.toMatchObject({
      code: 'vault-empty',
    });
    expect(await vault.read(await opened(person, lost), 'identity')).toEqual(identity);
  });

  it('refuses a secret that could be guessed', async () => {
    const person = newId<PersonId>();
    const short = { ...way('password'), secret: new Redacted<Uint8Array>(Buffer.from('correct horse')) };
    const adding = transact(async (tx) => vault.addWayIn(tx, await vault.create(tx, person), short));
    await expect(adding).rejects.toMatchObject({ code: 'vault-secret-too-short' });
  });

  it('prints nothing of a key that is in memory', async () => {
    const password = way('password');
    const key = await opened(await personWith(password), password);
    expect(inspect(key, { depth: 9, showHidden: true }) + JSON.stringify(key)).not.toMatch(
      /X25519|deriveBits/,
    );
  });
});

describe('erasing', () => {
  it('A27: leaves no row, opens no more, and refuses a deposit on the way', async () => {
    const password = way('password');
    const person = await personWith(password);
    const key = await opened(person, password);
    await transact((tx) => vault.erase(tx, person));
    expect(await vault.open(person, password)).toEqual({ ok: false, error: 'no-such-way' });
    expect(await vault.read(key, 'identity')).toBeUndefined();
    await expect(transact((tx) => vault.deposit(tx, person, 'identity', identity))).rejects.toMatchObject({
      code: 'vault-missing',
    });
    await expect(transact((tx) => vault.addWayIn(tx, key, way('passkey')))).rejects.toThrow();
    for (const table of ['vaults', 'vault_wraps', 'vault_items']) {
      const { rowCount } = await pool.pg.query(`SELECT 1 FROM ${table} WHERE person = $1`, [person]);
      expect(rowCount).toBe(0);
    }
  });
});

describe('the owner’s own copy of an item', () => {
  it('is read in its place, and never in the place of a later one', async () => {
    const password = way('password');
    const person = await personWith(password);
    const key = await opened(person, password);
    const first = await vault.read(key, 'identity');
    const { rows } = await pool.pg.query('SELECT opened FROM vault_items WHERE person = $1', [person]);
    expect(rows[0]?.opened).toBeInstanceOf(Buffer);
    expect(await vault.read(key, 'identity')).toEqual(first);
    await transact((tx) => vault.deposit(tx, person, 'identity', { familyName: 'Newer' }));
    await pool.pg.query('UPDATE vault_items SET opened = $2 WHERE person = $1', [person, rows[0]?.opened]);
    expect(await vault.read(key, 'identity')).toEqual({ familyName: 'Newer' });
  });

  it("attack: another person's copy in a victim's row is not read", async () => {
    const [mine, theirs] = [way('password'), way('password')];
    const [attacker, victim] = [await personWith(mine), await personWith(theirs)];
    await transact((tx) => vault.deposit(tx, attacker, 'identity', { familyName: 'Attacker' }));
    await vault.read(await opened(attacker, mine), 'identity');
    await pool.pg.query(
      `UPDATE vault_items SET opened = (SELECT opened FROM vault_items WHERE person = $1) WHERE person = $2`,
      [attacker, victim],
    );
    expect(await vault.read(await opened(victim, theirs), 'identity')).toEqual(identity);
  });
});

describe('attacks by somebody who can write rows', () => {
  it("attack: a wrap moved to another person's row does not open", async () => {
    const [mine, theirs] = [way('password'), way('password')];
    const [attacker, victim] = [await personWith(mine), await personWith(theirs)];
    await pool.pg.query(
      `UPDATE vault_wraps SET wrapped = (SELECT wrapped FROM vault_wraps WHERE person = $1) WHERE person = $2`,
      [attacker, victim],
    );
    await expect(vault.open(victim, mine)).rejects.toMatchObject({ code: 'kms-refused' });
  });

  it('attack: a wrap moved to another kind or ref of the same person does not open', async () => {
    const password = way('password');
    const person = await personWith(password);
    await pool.pg.query(`UPDATE vault_wraps SET kind = 'passkey' WHERE person = $1`, [person]);
    await expect(vault.open(person, { ...password, kind: 'passkey' })).rejects.toMatchObject({
      code: 'kms-refused',
    });
  });

  it("attack: another person's item in one's own row is refused", async () => {
    const mine = way('password');
    const [attacker, victim] = [await personWith(mine), await personWith(way('password'))];
    await pool.pg.query(
      `UPDATE vault_items SET sealed = (SELECT sealed FROM vault_items WHERE person = $1) WHERE person = $2`,
      [victim, attacker],
    );
    const key = await opened(attacker, mine);
    await expect(vault.read(key, 'identity')).rejects.toMatchObject({ code: 'vault-refused' });
  });

  it("attack: one's own public key planted for a victim catches no deposit", async () => {
    const [attacker, victim] = [await personWith(way('password')), await personWith(way('password'))];
    await pool.pg.query(
      `UPDATE vaults SET public_key = (SELECT public_key FROM vaults WHERE person = $1) WHERE person = $2`,
      [attacker, victim],
    );
    await expect(transact((tx) => vault.deposit(tx, victim, 'identity', identity))).rejects.toMatchObject({
      code: 'kms-refused',
    });
  });

  it('attack: a changed item or wrap is refused', async () => {
    const password = way('password');
    const person = await personWith(password);
    const key = await opened(person, password);
    const flip = 'set_byte($bytes, 40, get_byte($bytes, 40) # 1)';
    await pool.pg.query(
      `UPDATE vault_items SET sealed = ${flip.replaceAll('$bytes', 'sealed')} WHERE person = $1`,
      [person],
    );
    await pool.pg.query(
      `UPDATE vault_wraps SET wrapped = ${flip.replaceAll('$bytes', 'wrapped')} WHERE person = $1`,
      [person],
    );
    await expect(vault.read(key, 'identity')).rejects.toMatchObject({ code: 'vault-refused' });
    await expect(vault.open(person, password)).rejects.toMatchObject({ code: 'kms-refused' });
  });
});

describe('attack: a copy of the database and the KMS key file', () => {
  it("opens no vault without a person's secret", async () => {
    const own = await createTestDatabase();
    const copied = openPool(own.url, (error) => console.error(error));
    try {
      const held = await vaultOf(copied);
      const begin = transactOn(copied.db);
      const people = [newId<PersonId>(), newId<PersonId>()];
      const cookie = randomSecret();
      await copied.pg.query('CREATE TABLE stolen_session (id_hash bytea, wrapped bytea)');
      for (const person of people) {
        const key = await begin(async (tx) => {
          const made = await held.create(tx, person);
          for (const each of [way('password'), way('passkey'), way('recovery-code')]) {
            await held.addWayIn(tx, made, each);
          }
          await held.deposit(tx, person, 'identity', identity);
          return made;
        });
        const session = [randomBytes(32), await held.wrapForSession(key, cookie)];
        await copied.pg.query('INSERT INTO stolen_session VALUES ($1, $2)', session);
      }
      expect(await openWithStoredValues(copied.pg, held)).toEqual([]);

      // The thief is no straw man: had the cookie's secret been kept in any row, in any form, it would be found.
      const kept = { note: `$v=1$${Buffer.from(cookie.reveal()).toString('base64url')}` };
      await copied.pg.query('CREATE TABLE mistake (payload jsonb)');
      await copied.pg.query('INSERT INTO mistake VALUES ($1)', [kept]);
      expect(await openWithStoredValues(copied.pg, held)).toEqual(['session']);
    } finally {
      await copied.close();
      await own.drop();
    }
  });

  it('shows no personal data in any column', async () => {
    await personWith(way('password'));
    const { rows } = await pool.pg.query(
      'SELECT v::text FROM vaults v UNION ALL SELECT w::text FROM vault_wraps w UNION ALL SELECT i::text FROM vault_items i',
    );
    const text = JSON.stringify(rows);
    for (const value of Object.values(identity)) {
      expect(text).not.toContain(value);
      expect(text).not.toContain(Buffer.from(value).toString('hex'));
    }
  });
});
