import type { Kysely } from 'kysely';
import type { RevenueTables } from '../database/tables.ts';
import { openTaxpayer, type RecordKeys, sealTaxpayer, ssnIndex } from './record-keys.ts';
import { isSamePerson } from './same-person.ts';
import type { CustomerFileNumber, ProvenIdentity, Taxpayer } from './taxpayer.ts';

export interface Taxpayers {
  /** The proven person's file, or undefined: no record and a record that disagrees look the same (A22). */
  findProven(proven: ProvenIdentity): Promise<CustomerFileNumber | undefined>;
  get(customerFileNumber: CustomerFileNumber): Promise<Taxpayer | undefined>;
  /** False when the file or the number is there already. */
  add(taxpayer: Taxpayer, ssn: string): Promise<boolean>;
}

export function postgresTaxpayers(db: Kysely<RevenueTables>, keys: RecordKeys): Taxpayers {
  return {
    async findProven(proven) {
      const row = await db
        .selectFrom('taxpayers')
        .selectAll()
        .where('ssn_index', '=', ssnIndex(keys, proven.ssn))
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const taxpayer = await openTaxpayer(keys, row.customer_file_number, row.sealed);
      return isSamePerson(proven, taxpayer) ? taxpayer.customerFileNumber : undefined;
    },

    async get(customerFileNumber) {
      const row = await db
        .selectFrom('taxpayers')
        .select('sealed')
        .where('customer_file_number', '=', customerFileNumber)
        .executeTakeFirst();
      return row === undefined ? undefined : openTaxpayer(keys, customerFileNumber, row.sealed);
    },

    async add(taxpayer, ssn) {
      const added = await db
        .insertInto('taxpayers')
        .values({
          customer_file_number: taxpayer.customerFileNumber,
          ssn_index: ssnIndex(keys, ssn),
          sealed: await sealTaxpayer(keys, taxpayer),
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return added.numInsertedOrUpdatedRows === 1n;
    },
  };
}
