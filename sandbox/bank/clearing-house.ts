import { type Context, Hono } from 'hono';
import type { Pool } from 'pg';
import { z } from 'zod';
import { atMost, bearer, readJson } from '../api.ts';
import { simulateFault } from '../authorities/simulate-fault.ts';
import { type AccountBehavior, behaviorOf, harborside } from './accounts.ts';

/** One row a debit, found by the caller's own reference: asked for again, it is the same debit. */
export const debitTable = `
  CREATE TABLE IF NOT EXISTS bank_debits (
    reference text PRIMARY KEY,
    amount_cents bigint NOT NULL,
    pay_on text NOT NULL,
    taken boolean NOT NULL,
    return_reason text,
    returned_on text,
    return_position bigint GENERATED ALWAYS AS IDENTITY
  );
`;

const account = z.object({
  routing: z.string().regex(/^\d{9}$/),
  account: z.string().regex(/^\d{4,17}$/),
});

const debit = account.extend({
  reference: z.uuid(),
  amountCents: z.int().positive(),
  on: z.iso.date(),
});

/** `POST /bank/v1/accounts`, `POST /bank/v1/debits`, `POST /bank/v1/returns`; see README.md. */
export function clearingHouse(pool: Pool, apiKey: string): Hono {
  const app = new Hono();
  app.use('/bank/v1/*', bearer(apiKey), atMost(16));

  app.post('/bank/v1/accounts', async (c) => {
    const read = await readJson(c, account);
    if ('refusal' in read) return read.refusal;
    return answering(c, behaviorOf(read.body.routing, read.body.account), (behavior) =>
      behavior === 'no-such-account'
        ? { open: false, reason: behavior }
        : { open: true, bankName: harborside.name },
    );
  });

  app.post('/bank/v1/debits', async (c) => {
    const read = await readJson(c, debit);
    if ('refusal' in read) return read.refusal;
    const { body } = read;
    return answering(c, behaviorOf(body.routing, body.account), (behavior) => take(pool, body, behavior));
  });

  app.post('/bank/v1/returns', async (c) => {
    const read = await readJson(c, z.object({ after: z.int().nonnegative() }));
    if ('refusal' in read) return read.refusal;
    const { rows } = await pool.query(
      `SELECT return_position::int AS position, reference, return_reason AS reason, returned_on AS on
       FROM bank_debits WHERE taken AND return_reason IS NOT NULL AND return_position > $1
       ORDER BY return_position LIMIT 100`,
      [read.body.after],
    );
    return c.json({ returns: rows });
  });
  return app;
}

async function answering(
  c: Context,
  behavior: AccountBehavior,
  answer: (behavior: AccountBehavior) => object | Promise<object>,
): Promise<Response> {
  const refusal = await simulateFault(c, behavior === 'silent' ? 'hangs' : 'answers');
  return refusal ?? c.json(await answer(behavior));
}

/** Takes it once. What is sent back is known on the day it is drawn, and told when the returns are asked for. */
async function take(
  pool: Pool,
  { reference, amountCents, on }: z.infer<typeof debit>,
  behavior: AccountBehavior,
): Promise<object> {
  const taken = behavior !== 'no-such-account' && behavior !== 'account-closed';
  const comesBack = behavior === 'insufficient-funds';
  await pool.query(
    `INSERT INTO bank_debits (reference, amount_cents, pay_on, taken, return_reason, returned_on)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    [reference, amountCents, on, taken, comesBack ? behavior : null, comesBack ? on : null],
  );
  return taken ? { taken } : { taken, reason: behavior };
}
