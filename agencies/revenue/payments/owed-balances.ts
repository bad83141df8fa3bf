import { balanceOf } from '../accounts/account.ts';
import type { Accounts } from '../accounts/postgres-accounts.ts';
import type { CustomerFileNumber } from '../records/taxpayer.ts';
import type { Cents } from '../values/cents.ts';
import type { PaymentStore } from './postgres-payments.ts';

/** Years for which something is owed that is not on its way yet, the latest first. */
export type Balances = (
  person: CustomerFileNumber,
) => Promise<readonly { readonly taxYear: number; readonly owed: Cents }[]>;

export const owedBalances =
  (accounts: Accounts, payments: Pick<PaymentStore, 'onTheWay'>): Balances =>
  async (person) => {
    const years = await accounts.all(person);
    const owing = years.filter(({ transactions }) => balanceOf(transactions) > 0);
    const balances = await Promise.all(
      owing.map(async ({ taxReturn: { filer, taxYear }, transactions }) => ({
        taxYear,
        owed: balanceOf(transactions) - (await payments.onTheWay(filer, taxYear)),
      })),
    );
    return balances.filter(({ owed }) => owed > 0);
  };
