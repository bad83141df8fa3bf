import { isProcessed } from './accounts/account.ts';
import type { Accounts } from './accounts/postgres-accounts.ts';
import type { IncomeDocument } from './documents/income-document.ts';
import type { IncomeDocuments } from './documents/postgres-documents.ts';
import type { Filing } from './returns/filing.ts';
import type { Filings } from './returns/postgres-filings.ts';
import type { CustomerFileNumber } from './taxpayers/taxpayer.ts';

/** Everything on file for one tax year. */
export interface YearOfPapers {
  readonly taxYear: number;
  /** A return is on file and processed, so that a transcript shows it. */
  readonly hasReturn: boolean;
  /** The latest first. */
  readonly filings: readonly Filing[];
  readonly documents: readonly IncomeDocument[];
}

/** A person's years, the latest first. A joint year's filings are under the filer's number, and both see them. */
export type PapersByYear = (person: CustomerFileNumber) => Promise<readonly YearOfPapers[]>;

interface Records {
  readonly accounts: Accounts;
  readonly documents: IncomeDocuments;
  readonly filings: Filings;
}

export const papersByYear =
  ({ accounts, documents, filings }: Records): PapersByYear =>
  async (person) => {
    const years = await accounts.all(person);
    const filers = [...new Set([person, ...years.map(({ taxReturn }) => taxReturn.filer)])];
    const [papers, ...filed] = await Promise.all([
      documents.of(person),
      ...filers.map(async (filer) => ({ filer, all: await filings.of(filer) })),
    ]);
    const taxYears = [
      ...new Set([...years.map((one) => one.taxReturn.taxYear), ...papers.map((one) => one.taxYear)]),
    ];
    return taxYears
      .toSorted((a, b) => b - a)
      .map((taxYear) => {
        const filer = years.find((one) => one.taxReturn.taxYear === taxYear)?.taxReturn.filer ?? person;
        const all = filed.find((one) => one.filer === filer)?.all ?? [];
        return {
          taxYear,
          hasReturn: years.some((one) => one.taxReturn.taxYear === taxYear && isProcessed(one)),
          filings: all.filter((one) => one.taxYear === taxYear),
          documents: papers.filter((one) => one.taxYear === taxYear),
        };
      });
  };
