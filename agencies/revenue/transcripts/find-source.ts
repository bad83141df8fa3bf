import type { Clock } from '@signet/agencies-ui/clock';
import { yearOf } from '../amounts-and-dates/day.ts';
import type { Accounts } from '../records/accounts/postgres-accounts.ts';
import type { IncomeDocuments } from '../records/documents/postgres-documents.ts';
import type { Taxpayers } from '../records/taxpayers/postgres-taxpayers.ts';
import type { Taxpayer } from '../records/taxpayers/taxpayer.ts';
import type { TranscriptSource } from './write-transcript.ts';

export interface TranscriptRecords {
  readonly taxpayers: Taxpayers;
  readonly accounts: Accounts;
  readonly documents: IncomeDocuments;
}

/** What is on file about one person and one year. */
export async function findSource(
  { taxpayers, accounts, documents }: TranscriptRecords,
  taxpayer: Taxpayer,
  taxYear: number,
): Promise<TranscriptSource> {
  const number = taxpayer.customerFileNumber;
  const [account, papers] = await Promise.all([
    accounts.year(number, taxYear),
    documents.of(number, taxYear),
  ]);
  const partner = [account?.taxReturn.filer, account?.taxReturn.spouse].find(
    (one) => one !== undefined && one !== number,
  );
  const spouse = partner ? await taxpayers.get(partner) : undefined;
  return {
    taxpayer,
    taxYear,
    documents: papers,
    ...(account && { account }),
    ...(spouse && { spouse }),
  };
}

/** The tax year that ended last. */
export const latestYear = (clock: Clock): number => yearOf(clock.today()) - 1;

/** Years to choose from: those on file, and the latest few, for which one may want to show that nothing was filed. */
export async function yearsOf(
  { accounts, documents }: TranscriptRecords,
  { customerFileNumber }: Taxpayer,
  latest: number,
): Promise<readonly number[]> {
  const [returns, papers] = await Promise.all([
    accounts.all(customerFileNumber),
    documents.of(customerFileNumber),
  ]);
  const recent = [0, 1, 2, 3].map((back) => latest - back);
  const onFile = [
    ...returns.map(({ taxReturn }) => taxReturn.taxYear),
    ...papers.map(({ taxYear }) => taxYear),
  ];
  return [...new Set([...recent, ...onFile])].toSorted((a, b) => b - a);
}
