import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { LetterTable, RevenueTables } from '../../database/tables.ts';
import type { CustomerFileNumber } from '../taxpayers/taxpayer.ts';
import { type Letter, letterKinds, type Notice, noticeKinds } from './letter.ts';

export interface Letters {
  /** The latest first, also those that the person asked for. */
  of(customerFileNumber: CustomerFileNumber): Promise<readonly Letter[]>;
  /** Reads a notice, and remembers when it was first read. */
  read(customerFileNumber: CustomerFileNumber, id: string, now: Date): Promise<Notice | undefined>;
  add(customerFileNumber: CustomerFileNumber, notices: readonly Notice[]): Promise<void>;
}

const partsOf = (row: Selectable<LetterTable>) => ({
  id: row.id,
  sentOn: row.sent_on,
  ...(row.tax_year !== null && { taxYear: row.tax_year }),
  ...(row.due_on !== null && { dueOn: row.due_on }),
  ...(row.amount_cents !== null && { amount: row.amount_cents }),
  ...(row.read_at !== null && { readAt: row.read_at }),
});

const toLetter = (row: Selectable<LetterTable>): Letter => ({
  ...partsOf(row),
  kind: z.enum(letterKinds).parse(row.kind),
});

const toNotice = (row: Selectable<LetterTable>): Notice => ({
  ...partsOf(row),
  kind: z.enum(noticeKinds).parse(row.kind),
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
        .where('kind', 'in', noticeKinds)
        .returningAll()
        .executeTakeFirst();
      return row && toNotice(row);
    },

    async add(person, notices) {
      if (notices.length === 0) return;
      await db
        .insertInto('letters')
        .values(
          notices.map((notice) => ({
            customer_file_number: person,
            id: notice.id,
            kind: notice.kind,
            tax_year: notice.taxYear ?? null,
            sent_on: notice.sentOn,
            due_on: notice.dueOn ?? null,
            amount_cents: notice.amount ?? null,
            read_at: notice.readAt ?? null,
          })),
        )
        .execute();
    },
  };
}
