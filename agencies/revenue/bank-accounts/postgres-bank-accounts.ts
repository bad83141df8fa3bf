import { randomUUID } from 'node:crypto';
import { openRecord, sealRecord } from '@signet/agencies-ui/records';
import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { Day } from '../amounts-and-dates/day.ts';
import type { AccountNumbers } from '../bank/index.ts';
import type { BankAccountTable, RevenueTables } from '../database/tables.ts';
import type { RecordKeys } from '../records/taxpayers/record-keys.ts';
import type { CustomerFileNumber } from '../records/taxpayers/taxpayer.ts';
import type { BankAccount } from './bank-account.ts';

export interface BankAccounts {
  /** Those in use. */
  of(person: CustomerFileNumber): Promise<readonly BankAccount[]>;
  /** One of the person's, also after they removed it: old payments name it. */
  get(person: CustomerFileNumber, id: string): Promise<BankAccount | undefined>;
  /** The numbers themselves, for the bank alone. */
  numbers(person: CustomerFileNumber, id: string): Promise<AccountNumbers>;
  add(
    person: CustomerFileNumber,
    from: AccountNumbers & { readonly bankName: string; readonly checkedOn: Day },
  ): Promise<BankAccount>;
  /** False when there is none, or it was removed before. */
  remove(person: CustomerFileNumber, id: string, now: Date): Promise<boolean>;
}

const numbersSchema = z.object({
  routing: z.string(),
  account: z.string(),
  kind: z.enum(['checking', 'savings']),
});

const rowOf = (person: CustomerFileNumber, id: string): string => `bank-account:${person}:${id}`;

const toAccount = (row: Selectable<BankAccountTable>): BankAccount => ({
  id: row.id,
  bankName: row.bank_name,
  kind: numbersSchema.shape.kind.parse(row.kind),
  lastFour: row.last_four,
  checkedOn: row.checked_on,
});

export function postgresBankAccounts(db: Kysely<RevenueTables>, keys: RecordKeys): BankAccounts {
  const find = (person: CustomerFileNumber, id: string) =>
    db
      .selectFrom('bank_accounts')
      .selectAll()
      .where('customer_file_number', '=', person)
      .where('id', '=', id)
      .executeTakeFirst();

  return {
    async of(person) {
      const rows = await db
        .selectFrom('bank_accounts')
        .selectAll()
        .where('customer_file_number', '=', person)
        .where('removed_at', 'is', null)
        .orderBy('checked_on', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(toAccount);
    },

    async get(person, id) {
      const row = z.uuid().safeParse(id).success ? await find(person, id) : undefined;
      return row && toAccount(row);
    },

    async numbers(person, id) {
      const row = await find(person, id);
      if (!row) throw new Error('a payment names a bank account that is not on file');
      return openRecord(keys, rowOf(person, id), row.sealed, numbersSchema);
    },

    async add(person, { bankName, checkedOn, ...numbers }) {
      const id = randomUUID();
      const row = {
        customer_file_number: person,
        id,
        sealed: await sealRecord(keys, rowOf(person, id), numbers),
        bank_name: bankName,
        kind: numbers.kind,
        last_four: numbers.account.slice(-4).padStart(4, '0'),
        checked_on: checkedOn,
      };
      await db.insertInto('bank_accounts').values(row).execute();
      return toAccount({ ...row, removed_at: null });
    },

    async remove(person, id, now) {
      if (!z.uuid().safeParse(id).success) return false;
      const { numUpdatedRows } = await db
        .updateTable('bank_accounts')
        .set({ removed_at: now })
        .where('customer_file_number', '=', person)
        .where('id', '=', id)
        .where('removed_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}
