import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newId, type PersonId, Redacted, type Transact } from '../../../packages/signet/src/kernel/index.ts';
import {
  createVault,
  postgresVaultStore,
  type Vault,
  type VaultKey,
  type WayIn,
} from '../../../packages/signet/src/modules/vault/index.ts';
import { openLocalKms } from '../../../packages/signet/src/platform/kms/index.ts';
import { openPool, type Pool, transactOn } from '../../../packages/signet/src/platform/postgres/index.ts';
import { createTestDatabase } from '../database/database.ts';
import { specimenIdentity } from './specimen-identity.ts';

/** A vault on a database of its own. */
export interface VaultWorld {
  readonly pool: Pool;
  /** The same database as the owner of its tables. */
  readonly owner: Pool;
  readonly transact: Transact;
  readonly vault: Vault;
  /** A vault with the same KMS key, on another database or of another release. */
  vaultOf(on: Pool, formats?: Parameters<typeof createVault>[1]): Promise<Vault>;
  /** A person with these ways in and an identity deposited; nothing of theirs stays in memory but the secrets. */
  personWith(...ways: WayIn[]): Promise<PersonId>;
  opened(person: PersonId, by: WayIn): Promise<VaultKey>;
  close(): Promise<void>;
}

export const randomSecret = (): Redacted<Uint8Array> => new Redacted(randomBytes(32));

export const way = (kind: WayIn['kind'], ref = 'only'): WayIn => ({ kind, ref, secret: randomSecret() });

export async function vaultWorld(): Promise<VaultWorld> {
  const dir = await mkdtemp(path.join(tmpdir(), 'signet-vault-'));
  const database = await createTestDatabase();
  const pool = openPool(database.url, (error) => console.error(error));
  const owner = openPool(database.ownerUrl, (error) => console.error(error), 1);
  const transact = transactOn(pool.db);
  const vaultOf: VaultWorld['vaultOf'] = async (on, formats) =>
    createVault(
      { store: postgresVaultStore(on.db), kms: await openLocalKms(path.join(dir, 'kms.json')) },
      formats,
    );
  const vault = await vaultOf(pool);
  return {
    pool,
    owner,
    transact,
    vault,
    vaultOf,
    async personWith(...ways) {
      const person = newId<PersonId>();
      await transact(async (tx) => {
        const key = await vault.create(tx, person);
        for (const each of ways) await vault.addWayIn(tx, key, each);
      });
      await transact((tx) => vault.deposit(tx, person, 'identity', specimenIdentity));
      return person;
    },
    async opened(person, by) {
      const outcome = await vault.open(person, by);
      if (!outcome.ok) throw new Error(outcome.error);
      return outcome.value;
    },
    async close() {
      await Promise.all([pool.close(), owner.close()]);
      await database.drop();
      await rm(dir, { recursive: true });
    },
  };
}
