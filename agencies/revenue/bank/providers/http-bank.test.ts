import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../../../sandbox/server.ts';
import { createTestDatabase } from '../../../../test/support/database/database.ts';
import type { Bank } from '../bank.ts';
import { httpBank } from './http-bank.ts';

let sandbox: RunningSandbox;
let bank: Bank;
let close: () => Promise<void>;

beforeAll(async () => {
  const database = await createTestDatabase({ empty: true });
  const pool = new pg.Pool({ connectionString: database.url });
  const links = { signet: 'http://localhost', revenue: 'http://localhost', benefits: 'http://localhost' };
  sandbox = await startSandbox({ port: 0, host: '127.0.0.1', pool, apiKey: 'key', links });
  bank = httpBank({ url: sandbox.origin, key: 'key', timeout: 500 });
  close = async () => {
    await sandbox.close();
    await pool.end();
    await database.drop();
  };
});
afterAll(() => close());

const account = (ending: string, routing = '990000013') =>
  ({ routing, account: `7004821${ending}`, kind: 'checking' }) as const;
const order = (ending: string, reference: string = crypto.randomUUID()) => ({
  reference,
  from: account(ending),
  amount: 12_34,
  on: '2026-11-24',
});

describe('the clearing house of the sandbox', () => {
  it('T6: knows an account that is open, and one that is not', async () => {
    expect(await bank.check(account('0092'))).toEqual({ open: true, bankName: 'Harborside Savings Bank' });
    expect(await bank.check(account('0003'))).toEqual({ open: false, reason: 'no-such-account' });
    expect(await bank.check(account('0092', '021000021'))).toMatchObject({ open: false });
  });

  it('takes a debit once, however often it is asked for, and refuses what it cannot draw', async () => {
    const one = order('0092');
    expect([await bank.debit(one), await bank.debit(one)]).toEqual([{ taken: true }, { taken: true }]);
    expect(await bank.debit(order('0002'))).toEqual({ taken: false, reason: 'account-closed' });
  });

  it('sends back what was not covered, once, from where it was read to', async () => {
    const { reference, ...rest } = order('0001');
    await bank.debit({ reference, ...rest });
    await bank.debit({ reference, ...rest });
    const returns = await bank.returns(0);
    expect(returns.filter((one) => one.reference === reference)).toMatchObject([
      { reason: 'insufficient-funds', on: '2026-11-24' },
    ]);
    expect(await bank.returns(returns.at(-1)?.position ?? 0)).toEqual([]);
  });

  it('rejects when it does not answer in time, or does not know who asks, and quotes no number', async () => {
    await expect(bank.debit(order('0004'))).rejects.toThrow(/timeout/i);
    const stranger = httpBank({ url: sandbox.origin, key: 'other', timeout: 500 });
    await expect(stranger.check(account('0092'))).rejects.toThrow(
      /^the clearing house answered 401 to accounts$/,
    );
  });
});
