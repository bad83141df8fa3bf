import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { specimenIdentity as identity } from '../../../../../test/support/worlds/specimen-identity.ts';
import {
  randomSecret,
  type VaultWorld,
  vaultWorld,
  way,
} from '../../../../../test/support/worlds/vault-world.ts';
import { inRequest, newId, type PersonId, Redacted, type Transact } from '../../kernel/index.ts';
import type { Pool } from '../../platform/postgres/index.ts';
import type { Vault } from './index.ts';

let world: VaultWorld;
let pool: Pool;
let transact: Transact;
let vault: Vault;
beforeAll(async () => {
  world = await vaultWorld();
  ({ pool, transact, vault } = world);
});
afterAll(() => world.close());

describe('deposit without opening, open only with its owner', () => {
  it('gives back what was deposited while nobody was there, by each way in', async () => {
    const ways = [way('password'), way('passkey', 'credential-1'), way('recovery-code', 'code-7')];
    const person = await world.personWith(...ways);
    for (const each of ways) {
      expect(await vault.read(await world.opened(person, each), 'identity')).toEqual(identity);
    }
  });

  it('reads nothing where nothing was deposited, and the latest where twice', async () => {
    const password = way('password');
    const person = newId<PersonId>();
    await transact(async (tx) => vault.addWayIn(tx, await vault.create(tx, person), password));
    const key = await world.opened(person, password);
    expect(await vault.read(key, 'identity')).toBeUndefined();
    for (const familyName of ['Earlier', 'Later']) {
      await transact((tx) => vault.deposit(tx, person, 'identity', { ...identity, familyName }));
    }
    expect(await vault.read(key, 'identity')).toEqual({ ...identity, familyName: 'Later' });
  });

  it('keeps the other ways in when the password changes, and closes the old one', async () => {
    const [before, after, passkey] = [way('password'), way('password'), way('passkey')];
    const person = await world.personWith(before, passkey);
    const key = await world.opened(person, passkey);
    await transact((tx) => vault.addWayIn(tx, key, after));
    expect(await vault.open(person, before)).toEqual({ ok: false, error: 'does-not-open' });
    for (const each of [after, passkey]) {
      expect(await vault.read(await world.opened(person, each), 'identity')).toEqual(identity);
    }
  });

  it('tells a way in that was removed from one with another secret', async () => {
    const [password, code] = [way('password'), way('recovery-code', 'code-1')];
    const person = await world.personWith(password, code);
    await transact((tx) => vault.removeWayIn(tx, person, 'recovery-code', 'code-1'));
    expect(await vault.open(person, code)).toEqual({ ok: false, error: 'no-such-way' });
    expect(await vault.open(person, way('password'))).toEqual({ ok: false, error: 'does-not-open' });
  });

  it('opens for a session with the secret of its cookie and no other', async () => {
    const password = way('password');
    const person = await world.personWith(password);
    const cookie = randomSecret();
    const wrapped = await vault.wrapForSession(await world.opened(person, password), cookie);
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
    const person = await world.personWith(lost);
    const recovery = await world.personWith(session);
    const earlier = await world.opened(person, lost);
    const from = await world.opened(recovery, session);
    await transact((tx) => vault.deposit(tx, recovery, 'identity', { ...identity, familyName: 'Alder' }));
    await transact(async (tx) => vault.addWayIn(tx, await vault.renew(tx, person, from), found));
    expect(await vault.read(await world.opened(person, found), 'identity')).toMatchObject({
      familyName: 'Alder',
    });
    expect(await vault.open(person, lost)).toEqual({ ok: false, error: 'no-such-way' });
    await expect(vault.read(earlier, 'identity')).rejects.toMatchObject({ code: 'vault-refused' });
    expect(await vault.exists(recovery)).toBe(false);
  });

  it('is renewed with what another process deposited meanwhile, whatever the same request read before', async () => {
    const [lost, session, found] = [way('password'), way('recovery-session'), way('passkey')];
    const [person, recovery] = [await world.personWith(lost), await world.personWith(session)];
    const elsewhere = await world.vaultOf(pool);
    await vault.read(await world.opened(recovery, session), 'identity'); // its owner's copy is kept from now on
    await inRequest('one', async () => {
      const from = await world.opened(recovery, session);
      await vault.read(from, 'identity');
      const later = { ...identity, familyName: 'Alder' };
      await transact((tx) => elsewhere.deposit(tx, recovery, 'identity', later));
      await transact(async (tx) => vault.addWayIn(tx, await vault.renew(tx, person, from), found));
      expect(await vault.read(await world.opened(person, found), 'identity')).toEqual(later);
    });
  });

  it('is not renewed from a vault with nothing in it', async () => {
    const [lost, session] = [way('password'), way('recovery-session')];
    const [person, empty] = [await world.personWith(lost), newId<PersonId>()];
    await transact(async (tx) => vault.addWayIn(tx, await vault.create(tx, empty), session));
    const from = await world.opened(empty, session);
    await expect(transact((tx) => vault.renew(tx, person, from))).rejects.toMatchObject({
      code: 'vault-empty',
    });
    expect(await vault.read(await world.opened(person, lost), 'identity')).toEqual(identity);
  });

  it('refuses a secret that could be guessed', async () => {
    const person = newId<PersonId>();
    const short = { ...way('password'), secret: new Redacted<Uint8Array>(Buffer.from('correct horse')) };
    const adding = transact(async (tx) => vault.addWayIn(tx, await vault.create(tx, person), short));
    await expect(adding).rejects.toMatchObject({ code: 'vault-secret-too-short' });
  });

  it('prints nothing of a key that is in memory', async () => {
    const password = way('password');
    const key = await world.opened(await world.personWith(password), password);
    expect(inspect(key, { depth: 9, showHidden: true }) + JSON.stringify(key)).not.toMatch(
      /X25519|deriveBits/,
    );
  });
});

describe('erasing', () => {
  it('A27: leaves no row, opens no more, and refuses a deposit on the way', async () => {
    const password = way('password');
    const person = await world.personWith(password);
    const key = await world.opened(person, password);
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
    const person = await world.personWith(password);
    const key = await world.opened(person, password);
    const first = await vault.read(key, 'identity');
    const { rows } = await pool.pg.query('SELECT opened FROM vault_items WHERE person = $1', [person]);
    expect(rows[0]?.opened).toBeInstanceOf(Buffer);
    expect(await vault.read(key, 'identity')).toEqual(first);
    await transact((tx) => vault.deposit(tx, person, 'identity', { ...identity, familyName: 'Newer' }));
    await pool.pg.query('UPDATE vault_items SET opened = $2 WHERE person = $1', [person, rows[0]?.opened]);
    expect(await vault.read(key, 'identity')).toEqual({ ...identity, familyName: 'Newer' });
  });

  it("attack: another person's copy in a victim's row is not read", async () => {
    const [mine, theirs] = [way('password'), way('password')];
    const [attacker, victim] = [await world.personWith(mine), await world.personWith(theirs)];
    await transact((tx) => vault.deposit(tx, attacker, 'identity', { ...identity, familyName: 'Attacker' }));
    await vault.read(await world.opened(attacker, mine), 'identity');
    await pool.pg.query(
      `UPDATE vault_items SET opened = (SELECT opened FROM vault_items WHERE person = $1) WHERE person = $2`,
      [attacker, victim],
    );
    expect(await vault.read(await world.opened(victim, theirs), 'identity')).toEqual(identity);
  });
});
