import { type Fact, Facts } from '@signet/agencies-ui/pages';
import { formatDay, formatMoney, type Lang, words } from '../locales/index.ts';
import {
  balanceOf,
  isProcessed,
  type TaxYearAccount,
  type UnfiledYear,
} from '../records/accounts/account.ts';
import { RefundPanel } from '../records/accounts/refund-panel.tsx';
import { refundProgress } from '../records/accounts/refund-progress.ts';
import type { YearOfPapers } from '../records/papers-by-year.ts';
import { PapersOfYear } from '../returns/index.ts';

export interface YearAtAGlanceProps {
  readonly lang: Lang;
  /** Years to choose from, the latest first. */
  readonly years: readonly number[];
  readonly papers: YearOfPapers;
  /** Undefined: no return is on file for it. */
  readonly account: TaxYearAccount | undefined;
  /** What was posted to it all the same. */
  readonly unfiled: UnfiledYear | undefined;
  /** A payment plan runs for it. */
  readonly planned: boolean;
  /** What needs doing leads to paying it already. */
  readonly paidAbove: boolean;
  /** Its refund is shown above already. */
  readonly refundShown: boolean;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** One year: how far the return is, what is owed, the refund, and every paper. */
export function YearAtAGlance(props: YearAtAGlanceProps) {
  const { lang, years, papers, account, unfiled, planned, paidAbove, refundShown, today } = props;
  const { taxYear } = papers;
  const hasPapers = account !== undefined || papers.filings.length > 0 || papers.documents.length > 0;
  const say = words(lang);
  return (
    <section aria-labelledby="tax-year">
      <h2 id="years">{say.account.yearsTitle}</h2>
      <nav aria-label={say.overview.yearTabs}>
        <ul class="year-tabs">
          {years.map((one) => (
            <li>
              <a href={`/account?year=${one}#years`} aria-current={one === taxYear ? 'page' : undefined}>
                <span class="unseen">{say.filings.year(one)}</span>
                <span aria-hidden="true">{one}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h3 id="tax-year" class="after">
        {say.filings.year(taxYear)}
      </h3>
      <Facts facts={[...factsOf(lang, account), ...(unfiled ? [paidSoFar(lang, unfiled)] : [])]} />
      {unfiled ? <Payments lang={lang} unfiled={unfiled} /> : null}
      <p class="form-ways">
        {hasPapers ? (
          <a href={`/transcripts?year=${taxYear}`}>{say.account.openTranscripts(taxYear)}</a>
        ) : null}
        {account && balanceOf(account.transactions) > 0 ? (
          <WayToPay lang={lang} taxYear={taxYear} planned={planned} paidAbove={paidAbove} />
        ) : null}
        {account ? <a href={`/letters/ask?year=${taxYear}`}>{say.proofs.forYear(taxYear)}</a> : null}
      </p>
      {account?.refund && !refundShown ? (
        <RefundPanel lang={lang} account={account} progress={refundProgress(account, today)} />
      ) : null}
      {hasPapers ? (
        <>
          <h3 class="after">{say.overview.papers}</h3>
          <PapersOfYear lang={lang} year={papers} />
        </>
      ) : null}
    </section>
  );
}

function WayToPay({
  lang,
  taxYear,
  planned,
  paidAbove,
}: Pick<YearAtAGlanceProps, 'lang' | 'planned' | 'paidAbove'> & { readonly taxYear: number }) {
  const { overview } = words(lang);
  if (planned) return <a href="/plans">{overview.planOf(taxYear)}</a>;
  if (paidAbove) return <a href="/plans">{overview.plans}</a>;
  return <a href="/payments/new">{overview.payYear(taxYear)}</a>;
}

const paidSoFar = (lang: Lang, { transactions }: UnfiledYear): Fact => ({
  name: words(lang).overview.paidSoFar,
  value: formatMoney(lang, -balanceOf(transactions)),
  money: true,
});

/** Estimated tax, above all: what came in and what went back, before there is a return that it counts toward. */
function Payments({ lang, unfiled }: { readonly lang: Lang; readonly unfiled: UnfiledYear }) {
  const { overview, transactions: names } = words(lang);
  const { taxYear, transactions } = unfiled;
  return (
    <>
      <p>{overview.countsOnceFiled(taxYear)}</p>
      <h3 class="after">{overview.postings}</h3>
      <ul class="entries">
        {transactions.map(({ code, postedOn, amount }) => (
          <li class="entry">
            <span>{names[code]}</span>
            <span class="money">{formatMoney(lang, -amount)}</span>
            <span class="small">{formatDay(lang, postedOn)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function factsOf(lang: Lang, account: TaxYearAccount | undefined): readonly Fact[] {
  const say = words(lang);
  if (!account) return [{ name: say.overview.returnState, value: say.overview.noReturn }];
  const { taxReturn, transactions } = account;
  return [
    { name: say.account.filingStatus, value: say.filingStatuses[taxReturn.filingStatus] },
    {
      name: say.overview.returnState,
      value: isProcessed(account) ? say.overview.processed : say.overview.received,
    },
    isProcessed(account)
      ? { name: say.account.balance, value: balance(lang, balanceOf(transactions)), money: true }
      : { name: say.account.balance, value: say.overview.notKnown.balance },
  ];
}

function balance(lang: Lang, cents: number): string {
  const { overview } = words(lang);
  if (cents === 0) return overview.nothingOwed;
  const money = formatMoney(lang, Math.abs(cents));
  return cents < 0 ? overview.credit(money) : money;
}
