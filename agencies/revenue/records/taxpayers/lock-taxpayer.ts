import type { Kysely } from 'kysely';
import type { RevenueTables } from '../../database/tables.ts';
import type { CustomerFileNumber } from './taxpayer.ts';

/**
 * One at a time may change what is on a person's file, until the transaction `tx` ends: what is counted or looked for under
 * the lock is still so when it is acted on. Whoever only names the person in a row of another's act, a spouse's for instance,
 * does not wait: two acts of a couple could wait for each other.
 */
export async function lockTaxpayer(tx: Kysely<RevenueTables>, person: CustomerFileNumber): Promise<void> {
  await tx
    .selectFrom('taxpayers')
    .select('customer_file_number')
    .where('customer_file_number', '=', person)
    .forNoKeyUpdate()
    .execute();
}
