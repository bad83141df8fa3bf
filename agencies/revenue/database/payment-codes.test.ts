import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createTestDatabase } from '../../../test/support/database/database.ts';
import { migrateRevenue, openRevenueDatabase } from './open.ts';

it('finding T16: what was posted under the codes of the release before stands under its own', async () => {
  const test = await createTestDatabase({ empty: true });
  const database = openRevenueDatabase(test.url, () => undefined);
  await migrateRevenue(database);
  const { pool } = database;
  const client = await pool.connect();
  await client.query('SET session_replication_role = replica'); // only the rows that matter here
  const post = async (kind: string | undefined, code: string) => {
    const payment = kind === undefined ? null : randomUUID();
    if (payment)
      await client.query(
        `INSERT INTO payments (id, customer_file_number, form_key, account_file_number, tax_year, kind, amount_cents, pay_on, bank_account, state, made_at)
         VALUES ($1, 'a', $1, 'a', 2026, $2, 100, '2026-12-01', $1, 'sent', now())`,
        [payment, kind],
      );
    await client.query(
      `INSERT INTO account_transactions (customer_file_number, tax_year, code, posted_on, amount_cents, payment)
       VALUES ('a', 2026, $1, '2026-12-01', 100, $2)`,
      [code, payment],
    );
  };
  for (const [kind, code] of [
    ['estimated', '670'],
    ['estimated', '672'],
    ['balance', '670'],
    ['balance', '672'],
    [undefined, '672'],
    [undefined, '660'],
  ] as const)
    await post(kind, code);
  await client.query(
    await readFile(path.join(import.meta.dirname, 'migrations/0002_payment_codes.sql'), 'utf8'),
  );
  const { rows } = await client.query<{ code: string }>('SELECT code FROM account_transactions ORDER BY id');
  expect(rows.map(({ code }) => code)).toEqual(['660', '661', '670', '671', '671', '660']);
  client.release();
  await database.close();
  await test.drop();
});
