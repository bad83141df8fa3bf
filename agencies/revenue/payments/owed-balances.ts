import type { Cents } from '../amounts-and-dates/cents.ts';
import { balanceOf, isProcessed } from '../records/accounts/account.ts';
import type { Accounts } from '../records/accounts/postgres-accounts.ts';
import type { CustomerFileNumber } from '../records/taxpayers/taxpayer.ts';
import type { PaymentStore } from './postgres-payments.ts';

/** Years for which something is owed that is not on its way yet, the latest first. */
export type Balances = (
  person: CustomerFileNumber,
) => Promise<readonly { readonly taxYear: number; readonly owed: Cents }[]>;

/** Years whose return is on file and whose tax is not assessed yet, the latest first. */
export type UnprocessedYears = (person: CustomerFileNumber) => Promise<readonly number[]>;

export const yearsNotProcessed =
  (accounts: Accounts): UnprocessedYears =>
  async (person) =>
    (await accounts.all(person)).filter((one) => !isProcessed(one)).map(({ taxReturn }) => taxReturn.taxYear);

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
