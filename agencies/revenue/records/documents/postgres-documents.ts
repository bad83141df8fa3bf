import { openRecord, sealRecord } from '@signet/agencies-ui/records';
import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { IncomeDocumentTable, RevenueTables } from '../../database/tables.ts';
import type { RecordKeys } from '../taxpayers/record-keys.ts';
import type { CustomerFileNumber } from '../taxpayers/taxpayer.ts';
import { documentBoxes, documentKinds, type IncomeDocument } from './income-document.ts';

export interface IncomeDocuments {
  /** The documents of one tax year, or of every year, the latest year first. */
  of(customerFileNumber: CustomerFileNumber, taxYear?: number): Promise<readonly IncomeDocument[]>;
  get(customerFileNumber: CustomerFileNumber, id: string): Promise<IncomeDocument | undefined>;
  add(customerFileNumber: CustomerFileNumber, documents: readonly IncomeDocument[]): Promise<void>;
}

const contents = z.object({
  payer: z.object({
    name: z.string(),
    ein: z.string(),
    address: z.object({ street: z.string(), city: z.string(), state: z.string(), postalCode: z.string() }),
  }),
  accountNumber: z.string().exactOptional(),
  boxes: z.partialRecord(z.enum(documentBoxes), z.int()),
});

const rowOf = (person: CustomerFileNumber, id: string): string => `document:${person}:${id}`;

export function postgresDocuments(db: Kysely<RevenueTables>, keys: RecordKeys): IncomeDocuments {
  const open = async (row: Selectable<IncomeDocumentTable>): Promise<IncomeDocument> => ({
    id: row.id,
    kind: z.enum(documentKinds).parse(row.kind),
    taxYear: row.tax_year,
    receivedOn: row.received_on,
    ...(await openRecord(keys, rowOf(row.customer_file_number, row.id), row.sealed, contents)),
  });

  return {
    async of(person, taxYear) {
      const rows = await db
        .selectFrom('income_documents')
        .selectAll()
        .where('customer_file_number', '=', person)
        .$if(taxYear !== undefined, (query) => query.where('tax_year', '=', taxYear ?? 0))
        .orderBy('tax_year', 'desc')
        .orderBy('id')
        .execute();
      return Promise.all(rows.map(open));
    },

    async get(person, id) {
      const row = await db
        .selectFrom('income_documents')
        .selectAll()
        .where('customer_file_number', '=', person)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && open(row);
    },

    async add(person, documents) {
      for (const { id, kind, taxYear, receivedOn, ...sealed } of documents) {
        await db
          .insertInto('income_documents')
          .values({
            customer_file_number: person,
            id,
            tax_year: taxYear,
            kind,
            received_on: receivedOn,
            sealed: await sealRecord(keys, rowOf(person, id), sealed),
          })
          .execute();
      }
    },
  };
}
