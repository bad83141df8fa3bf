import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../../test/support/database/database.ts';
import { openWithStoredValues } from '../../../../../test/support/tripwire/vault-attacker.ts';
import { specimenIdentity as identity } from '../../../../../test/support/worlds/specimen-identity.ts';
import {
  randomSecret,
  type VaultWorld,
  vaultWorld,
  way,
} from '../../../../../test/support/worlds/vault-world.ts';
import { newId, type PersonId, type Transact } from '../../kernel/index.ts';
import { openPool, type Pool, transactOn } from '../../platform/postgres/index.ts';
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

describe('attacks by somebody who can write rows', () => {
  it("attack: a wrap moved to another person's row does not open", async () => {
    const [mine, theirs] = [way('password'), way('password')];
    const [attacker, victim] = [await world.personWith(mine), await world.personWith(theirs)];
    await pool.pg.query(
      `UPDATE vault_wraps SET wrapped = (SELECT wrapped FROM vault_wraps WHERE person = $1) WHERE person = $2`,
      [attacker, victim],
    );
    await expect(vault.open(victim, mine)).rejects.toMatchObject({ code: 'kms-refused' });
  });

  it('attack: a wrap moved to another kind or ref of the same person does not open', async () => {
    const password = way('password');
    const person = await world.personWith(password);
    await pool.pg.query(`UPDATE vault_wraps SET kind = 'passkey' WHERE person = $1`, [person]);
    await expect(vault.open(person, { ...password, kind: 'passkey' })).rejects.toMatchObject({
      code: 'kms-refused',
    });
  });

  it("attack: another person's item in one's own row is refused", async () => {
    const mine = way('password');
    const [attacker, victim] = [await world.personWith(mine), await world.personWith(way('password'))];
    await pool.pg.query(
      `UPDATE vault_items SET sealed = (SELECT sealed FROM vault_items WHERE person = $1) WHERE person = $2`,
      [victim, attacker],
    );
    const key = await world.opened(attacker, mine);
    await expect(vault.read(key, 'identity')).rejects.toMatchObject({ code: 'vault-refused' });
  });

  it("attack: one's own public key planted for a victim catches no deposit", async () => {
    const [attacker, victim] = [
      await world.personWith(way('password')),
      await world.personWith(way('password')),
    ];
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
    const person = await world.personWith(password);
    const key = await world.opened(person, password);
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
    const copied = openPool(own.ownerUrl, (error) => console.error(error));
    try {
      const held = await world.vaultOf(copied);
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
    await world.personWith(way('password'));
    const { rows } = await pool.pg.query(
      'SELECT v::text FROM vaults v UNION ALL SELECT w::text FROM vault_wraps w UNION ALL SELECT i::text FROM vault_items i',
    );
    const text = JSON.stringify(rows);
    const { document, ...own } = identity;
    for (const value of Object.values({ ...own, number: document.number }).map(String)) {
      expect(text).not.toContain(value);
      expect(text).not.toContain(Buffer.from(value).toString('hex'));
    }
  });
});
