import { openRecord, sealRecord } from '@signet/agencies-ui/records';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { RevenueTables } from '../../database/tables.ts';
import { type RecordKeys, ssnIndex } from './record-keys.ts';
import { isSamePerson } from './same-person.ts';
import type { CustomerFileNumber, ProvenIdentity, Taxpayer } from './taxpayer.ts';

export interface Taxpayers {
  /** The proven person's file, or undefined: no record and a record that disagrees look the same (A22). */
  findProven(proven: ProvenIdentity): Promise<CustomerFileNumber | undefined>;
  /** The number's owner. For what else has to fit, never alone. */
  findByNumber(taxpayerNumber: string): Promise<CustomerFileNumber | undefined>;
  get(customerFileNumber: CustomerFileNumber): Promise<Taxpayer | undefined>;
  /** False when the file or the number is there already. */
  add(taxpayer: Taxpayer): Promise<boolean>;
}

const address = z.object({ street: z.string(), city: z.string(), state: z.string(), postalCode: z.string() });
const details = z.object({
  taxpayerNumber: z.string(),
  numberKind: z.enum(['ssn', 'itin']),
  givenName: z.string(),
  familyName: z.string(),
  birthDate: z.string(),
  address,
  business: z.object({ name: z.string(), ein: z.string() }).exactOptional(),
});

export function postgresTaxpayers(db: Kysely<RevenueTables>, keys: RecordKeys): Taxpayers {
  const open = async (customerFileNumber: CustomerFileNumber, sealed: string): Promise<Taxpayer> => ({
    customerFileNumber,
    ...(await openRecord(keys, customerFileNumber, sealed, details)),
  });

  return {
    async findProven(proven) {
      const row = await db
        .selectFrom('taxpayers')
        .selectAll()
        .where('ssn_index', '=', ssnIndex(keys, proven.ssn))
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const taxpayer = await open(row.customer_file_number, row.sealed);
      return isSamePerson(proven, taxpayer) ? taxpayer.customerFileNumber : undefined;
    },

    async findByNumber(taxpayerNumber) {
      const row = await db
        .selectFrom('taxpayers')
        .select('customer_file_number')
        .where('ssn_index', '=', ssnIndex(keys, taxpayerNumber))
        .executeTakeFirst();
      return row?.customer_file_number;
    },

    async get(customerFileNumber) {
      const row = await db
        .selectFrom('taxpayers')
        .select('sealed')
        .where('customer_file_number', '=', customerFileNumber)
        .executeTakeFirst();
      return row === undefined ? undefined : open(customerFileNumber, row.sealed);
    },

    async add({ customerFileNumber, ...contents }) {
      const added = await db
        .insertInto('taxpayers')
        .values({
          customer_file_number: customerFileNumber,
          ssn_index: ssnIndex(keys, contents.taxpayerNumber),
          sealed: await sealRecord(keys, customerFileNumber, contents),
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return added.numInsertedOrUpdatedRows === 1n;
    },
  };
}
