import { z } from 'zod';
import { type AccountNumbers, type Bank, returnReasons } from '../bank.ts';

/** Where the clearing house answers and how it knows this department. */
export interface BankSettings {
  readonly url: string;
  readonly key: string;
  /** Milliseconds after which it is taken not to answer; the debit is asked for again later. */
  readonly timeout: number;
}

const reason = z.enum(returnReasons);
const checked = z.union([
  z.object({ open: z.literal(true), bankName: z.string().max(80) }),
  z.object({ open: z.literal(false), reason }),
]);
const drawn = z.union([z.object({ taken: z.literal(true) }), z.object({ taken: z.literal(false), reason })]);
const returned = z.object({
  returns: z.array(z.object({ position: z.int(), reference: z.string(), reason, on: z.iso.date() })),
});

const numbers = ({ routing, account }: AccountNumbers) => ({ routing, account });

/** The clearing house by HTTP. Errors do not quote the question: account numbers are in it. */
export function httpBank({ url, key, timeout }: BankSettings): Bank {
  async function ask<T>(path: string, question: object, schema: z.ZodType<T>): Promise<T> {
    const response = await fetch(new URL(`/bank/v1/${path}`, url), {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(question),
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      throw new Error(`the clearing house answered ${response.status} to ${path}`);
    }
    return schema.parse(await response.json());
  }

  return {
    check: (account) => ask('accounts', numbers(account), checked),
    debit: ({ reference, from, amount, on }) =>
      ask('debits', { reference, ...numbers(from), amountCents: amount, on }, drawn),
    returns: async (position) => (await ask('returns', { after: position }, returned)).returns,
  };
}
