import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { LetterTable, RevenueTables } from '../database/tables.ts';
import type { CustomerFileNumber } from '../records/taxpayer.ts';
import { type Letter, letterKinds } from './letter.ts';

export interface Letters {
  /** The latest first. */
  of(customerFileNumber: CustomerFileNumber): Promise<readonly Letter[]>;
  /** Reads one, and remembers when it was first read. */
  read(customerFileNumber: CustomerFileNumber, id: string, now: Date): Promise<Letter | undefined>;
  add(customerFileNumber: CustomerFileNumber, letters: readonly Letter[]): Promise<void>;
}

const toLetter = (row: Selectable<LetterTable>): Letter => ({
  id: row.id,
  kind: z.enum(letterKinds).parse(row.kind),
  sentOn: row.sent_on,
  ...(row.tax_year !== null && { taxYear: row.tax_year }),
  ...(row.due_on !== null && { dueOn: row.due_on }),
  ...(row.amount_cents !== null && { amount: row.amount_cents }),
  ...(row.read_at !== null && { readAt: row.read_at }),
});

export function postgresLetters(db: Kysely<RevenueTables>): Letters {
  return {
    async of(person) {
      const rows = await db
        .selectFrom('letters')
        .selectAll()
        .where('customer_file_number', '=', person)
        .orderBy('sent_on', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(toLetter);
    },

    async read(person, id, now) {
      const row = await db
        .updateTable('letters')
        .set((letter) => ({ read_at: letter.fn.coalesce('read_at', letter.val(now)) }))
        .where('customer_file_number', '=', person)
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst();
      return row && toLetter(row);
    },

    async add(person, letters) {
      if (letters.length === 0) return;
      await db
        .insertInto('letters')
        .values(
          letters.map((letter) => ({
            customer_file_number: person,
            id: letter.id,
            kind: letter.kind,
            tax_year: letter.taxYear ?? null,
            sent_on: letter.sentOn,
            due_on: letter.dueOn ?? null,
            amount_cents: letter.amount ?? null,
            read_at: letter.readAt ?? null,
          })),
        )
        .execute();
    },
  };
}
