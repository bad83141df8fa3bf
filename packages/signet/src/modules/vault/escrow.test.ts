import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database/database.ts';
import { specimenIdentity } from '../../../../../test/support/worlds/specimen-identity.ts';
import { type AuditRef, newId, type PersonId, type Transact } from '../../kernel/index.ts';
import { type Kms, openLocalKms } from '../../platform/kms/index.ts';
import { openPool, type Pool, transactOn } from '../../platform/postgres/index.ts';
import {
  type Auditing,
  createEscrow,
  createVault,
  type Escrow,
  postgresVaultStore,
  type Vault,
} from './index.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'signet-escrow-'));
const subject = newId<AuditRef>();
let database: TestDatabase;
let pool: Pool;
let kms: Kms;
let transact: Transact;
let vault: Vault;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool(database.url, (error) => console.error(error));
  transact = transactOn(pool.db);
  kms = await openLocalKms(path.join(dir, 'kms.json'));
  vault = createVault({ store: postgresVaultStore(pool.db), kms });
});
afterAll(async () => {
  await pool.close();
  await database.drop();
  rmSync(dir, { recursive: true });
});

const escrowThatRecords = (audit: Auditing): Escrow =>
  createEscrow({ store: postgresVaultStore(pool.db), kms, audit, subjectOf: async () => subject, transact });

async function personInEscrow(escrow: Escrow): Promise<PersonId> {
  const person = newId<PersonId>();
  await transact(async (tx) => {
    await escrow.add(tx, await vault.create(tx, person));
    await vault.deposit(tx, person, 'identity', specimenIdentity);
  });
  return person;
}

it('opens without the person, and says so in the audit log', async () => {
  const recorded: unknown[] = [];
  const escrow = escrowThatRecords({ record: async (_tx, event) => void recorded.push(event) });
  const person = await personInEscrow(escrow);
  const outcome = await escrow.open(person, 'passkey-without-prf');
  if (!outcome.ok) throw new Error(outcome.error);
  expect(await vault.read(outcome.value, 'identity')).toEqual(specimenIdentity);
  expect(recorded).toEqual([
    {
      action: 'vault.escrow-opened',
      actor: { kind: 'system' },
      subject,
      details: { reason: 'passkey-without-prf' },
    },
  ]);
});

it('attack: with the audit log out of order, nothing opens', async () => {
  const escrow = escrowThatRecords({ record: () => Promise.reject(new Error('the log is full')) });
  const person = await personInEscrow(escrow);
  await expect(escrow.open(person, 'passkey-without-prf')).rejects.toThrow('the log is full');
});

it('opens nothing for a person who was never put in escrow, was taken out, or was erased', async () => {
  const escrow = escrowThatRecords({ record: async () => undefined });
  const never = newId<PersonId>();
  await transact((tx) => vault.create(tx, never));
  const [removed, erased] = [await personInEscrow(escrow), await personInEscrow(escrow)];
  await transact((tx) => escrow.remove(tx, removed));
  await transact((tx) => vault.erase(tx, erased));
  for (const person of [never, removed, erased]) {
    expect(await escrow.open(person, 'passkey-without-prf')).toEqual({ ok: false, error: 'no-such-way' });
  }
});
