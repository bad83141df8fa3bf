import type { Kysely } from 'kysely';
import type { Day } from '../amounts-and-dates/day.ts';
import type { RevenueTables } from '../database/tables.ts';
import { postgresAuthorizations } from '../professionals/index.ts';
import { postgresAccounts } from '../records/accounts/postgres-accounts.ts';
import { postgresDocuments } from '../records/documents/postgres-documents.ts';
import { postgresLetters } from '../records/letters/postgres-letters.ts';
import { postgresFilings } from '../records/returns/postgres-filings.ts';
import { postgresTaxpayers } from '../records/taxpayers/postgres-taxpayers.ts';
import type { RecordKeys } from '../records/taxpayers/record-keys.ts';
import { seedProfessionals } from './professionals.ts';
import { type SeedRecord, seedRecords } from './records.ts';

/** Puts the sandbox's taxpayers on file, each once and whole. Those already there are left as they are. */
export async function fileSandboxRecords(
  db: Kysely<RevenueTables>,
  keys: RecordKeys,
  today: Day,
): Promise<void> {
  await postgresAuthorizations(db).register(seedProfessionals);
  for (const record of seedRecords(today)) {
    await db.transaction().execute((tx) => plant(tx, keys, record));
  }
}

async function plant(tx: Kysely<RevenueTables>, keys: RecordKeys, record: SeedRecord): Promise<void> {
  const { taxpayer, spouse, years, letters } = record;
  const number = taxpayer.customerFileNumber;
  if (!(await postgresTaxpayers(tx, keys).add(taxpayer))) return;
  const accounts = postgresAccounts(tx, keys);
  const documents = postgresDocuments(tx, keys);
  for (const { account, filings, documents: own, spouseDocuments } of years) {
    await accounts.add(account);
    await postgresFilings(tx).add(number, filings);
    await documents.add(number, own);
    if (spouse) await documents.add(spouse, spouseDocuments);
  }
  await postgresLetters(tx).add(number, letters);
}
