import { type Fact, Facts } from '@signet/agencies-ui/pages';
import { formatMoney, type Lang, words } from '../locales/index.ts';
import { balanceOf, isProcessed, type TaxYearAccount } from '../records/accounts/account.ts';
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
  /** A payment plan runs for it. */
  readonly planned: boolean;
  /** Its refund is shown above already. */
  readonly refundShown: boolean;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** One year: how far the return is, what is owed, the refund, and every paper. */
export function YearAtAGlance(props: YearAtAGlanceProps) {
  const { lang, years, papers, account, planned, refundShown, today } = props;
  const { taxYear } = papers;
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
      <Facts facts={factsOf(lang, account)} />
      <p class="form-ways">
        <a href={`/transcripts?year=${taxYear}`}>{say.account.openTranscripts(taxYear)}</a>
        {account && balanceOf(account.transactions) > 0 ? (
          <a href={planned ? '/plans' : '/payments/new'}>
            {planned ? say.overview.planOf(taxYear) : say.overview.payYear(taxYear)}
          </a>
        ) : null}
        {account ? <a href={`/letters/ask?year=${taxYear}`}>{say.proofs.forYear(taxYear)}</a> : null}
      </p>
      {account?.refund && !refundShown ? (
        <RefundPanel lang={lang} account={account} progress={refundProgress(account, today)} />
      ) : null}
      <h3 class="after">{say.overview.papers}</h3>
      <PapersOfYear lang={lang} year={papers} />
    </section>
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
