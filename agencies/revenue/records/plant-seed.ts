import type { Kysely } from 'kysely';
import { postgresAccounts } from '../accounts/postgres-accounts.ts';
import type { RevenueTables } from '../database/tables.ts';
import { postgresTaxpayers } from './postgres-taxpayers.ts';
import type { RecordKeys } from './record-keys.ts';
import { seedTaxpayers } from './seed.ts';

/** Puts the sandbox's taxpayers on file, each once and whole. Those already there are left as they are. */
export async function plantSeed(db: Kysely<RevenueTables>, keys: RecordKeys, today: string): Promise<void> {
  for (const { ssn, taxpayer, accounts } of seedTaxpayers(today)) {
    await db.transaction().execute(async (tx) => {
      const file = { ...taxpayer, ssnLastFour: ssn.slice(-4) };
      if (!(await postgresTaxpayers(tx, keys).add(file, ssn))) return;
      for (const account of accounts) {
        await postgresAccounts(tx).add(file.customerFileNumber, account);
      }
    });
  }
}
