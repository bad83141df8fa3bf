import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { specimenIdentity as identity } from '../../../../../test/support/worlds/specimen-identity.ts';
import { type VaultWorld, vaultWorld, way } from '../../../../../test/support/worlds/vault-world.ts';

let world: VaultWorld;
beforeAll(async () => {
  world = await vaultWorld();
});
afterAll(() => world.close());

it('a vault that was copied before an upgrade is put back after it, though it was made anew since', async () => {
  const { pool, owner, transact, vault } = world;
  const password = way('password');
  const person = await world.personWith(password);
  const copy = await transact((tx) => vault.snapshotOf(tx, person));
  await transact(async (tx) => {
    await vault.erase(tx, person);
    await vault.create(tx, person);
  });
  for (const table of ['vaults', 'vault_wraps', 'vault_items'])
    await sql`ALTER TABLE ${sql.table(table)} ADD COLUMN since_release text NOT NULL DEFAULT 'the next'`.execute(
      owner.db,
    );
  await transact((tx) => vault.putBack(tx, person, copy));
  expect(await vault.read(await world.opened(person, password), 'identity')).toEqual(identity);
  const { rows } = await sql<{ release: string }>`
    SELECT since_release AS release FROM vaults WHERE person = ${person}
    UNION ALL SELECT since_release FROM vault_items WHERE person = ${person}`.execute(pool.db);
  expect(rows).toEqual([{ release: 'the next' }, { release: 'the next' }]);
});
