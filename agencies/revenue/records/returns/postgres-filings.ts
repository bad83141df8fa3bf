import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { RevenueTables } from '../../database/tables.ts';
import type { CustomerFileNumber } from '../taxpayers/taxpayer.ts';
import { type Filing, filingStates, rejections } from './filing.ts';

export interface Filings {
  /** Everything that was filed, the latest first. */
  of(customerFileNumber: CustomerFileNumber): Promise<readonly Filing[]>;
  add(customerFileNumber: CustomerFileNumber, filings: readonly Filing[]): Promise<void>;
}

export function postgresFilings(db: Kysely<RevenueTables>): Filings {
  return {
    async of(customerFileNumber) {
      const rows = await db
        .selectFrom('filings')
        .selectAll()
        .where('customer_file_number', '=', customerFileNumber)
        .orderBy('sent_on', 'desc')
        .orderBy('id', 'desc')
        .execute();
      return rows.map((row) => ({
        taxYear: row.tax_year,
        form: z.enum(['1040', '1040-X']).parse(row.form),
        filedBy: z.enum(['electronic', 'paper']).parse(row.filed_by),
        sentOn: row.sent_on,
        state: z.enum(filingStates).parse(row.state),
        since: row.since,
        ...(row.rejection !== null && { rejection: z.enum(rejections).parse(row.rejection) }),
        ...(row.change_cents !== null && { change: row.change_cents }),
      }));
    },

    async add(customerFileNumber, filings) {
      if (filings.length === 0) return;
      await db
        .insertInto('filings')
        .values(
          filings.map((filing) => ({
            customer_file_number: customerFileNumber,
            tax_year: filing.taxYear,
            form: filing.form,
            filed_by: filing.filedBy,
            sent_on: filing.sentOn,
            state: filing.state,
            since: filing.since,
            rejection: filing.rejection ?? null,
            change_cents: filing.change ?? null,
          })),
        )
        .execute();
    },
  };
}
