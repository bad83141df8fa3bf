import { Facts } from '@signet/agencies-ui/pages';
import type { Cents } from '../amounts-and-dates/cents.ts';
import { formatDay, formatMoment, formatMoney, type Lang, words } from '../locales/index.ts';
import { type Payment, PaymentList } from '../payments/index.ts';
import {
  balanceOf,
  isProcessed,
  type TaxYearAccount,
  type UnfiledYear,
} from '../records/accounts/account.ts';
import { RefundPanel } from '../records/accounts/refund-panel.tsx';
import { refundProgress } from '../records/accounts/refund-progress.ts';
import type { Notice } from '../records/letters/letter.ts';
import type { YearOfPapers } from '../records/papers-by-year.ts';
import type { Taxpayer } from '../records/taxpayers/taxpayer.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';
import { ToDoList } from './to-do-list.tsx';
import type { ToDo } from './what-needs-doing.ts';
import { YearAtAGlance } from './year-at-a-glance.tsx';

export interface AccountPageProps {
  readonly frame: Frame;
  readonly taxpayer: Taxpayer;
  /** The latest year first. */
  readonly accounts: readonly TaxYearAccount[];
  /** Years with postings and without a return. */
  readonly unfiled: readonly UnfiledYear[];
  readonly papers: readonly YearOfPapers[];
  /** The year to look at; undefined: the latest. */
  readonly year: number | undefined;
  /** Years with a payment plan that runs. */
  readonly plannedYears: readonly number[];
  readonly toDo: readonly ToDo[];
  /** Payments that are made and not posted yet. */
  readonly underWay: readonly Payment[];
  readonly latestNotice: Notice | undefined;
  readonly signedInAt: Date;
  readonly timeZone: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** The signed-in home: what needs doing, the refund, what is owed, the latest notice, and one year at a glance. */
export function AccountPage(props: AccountPageProps) {
  const { frame, taxpayer, accounts, unfiled, plannedYears, toDo, underWay, latestNotice } = props;
  const { today, signedInAt, timeZone } = props;
  const { lang } = frame;
  const say = words(lang);
  const [latest] = accounts;
  const named = toDo.flatMap((one) => (one.kind === 'balance' ? [one] : []));
  const debtIsSaid = named.length === 1 && named[0]?.owed === owedIn(accounts) && accounts.every(isProcessed);
  const papers = withUnfiled(props.papers, unfiled);
  const chosen = papers.find(({ taxYear }) => taxYear === props.year) ?? props.papers[0] ?? papers[0];
  return (
    <Page frame={frame} title={say.account.title}>
      <div class="wrap">
        <h1>{say.account.greeting(taxpayer.givenName.split(' ')[0] ?? '')}</h1>
        <ToDoList lang={lang} toDo={toDo} />
        {latest === undefined ? (
          <p>{say.account.noYears}</p>
        ) : (
          <div class={debtIsSaid ? undefined : 'two two-panels'}>
            <RefundPanel lang={lang} account={latest} progress={refundProgress(latest, today)} />
            {debtIsSaid ? null : <Balance lang={lang} accounts={accounts} paidAbove={named.length > 0} />}
          </div>
        )}
        {underWay.length > 0 ? (
          <PaymentList lang={lang} title={say.payments.upcoming} payments={underWay} />
        ) : null}
        {latestNotice ? <LatestNotice lang={lang} letter={latestNotice} /> : null}
        {chosen ? (
          <YearAtAGlance
            lang={lang}
            years={papers.map(({ taxYear }) => taxYear)}
            papers={chosen}
            account={accounts.find(({ taxReturn }) => taxReturn.taxYear === chosen.taxYear)}
            unfiled={unfiled.find(({ taxYear }) => taxYear === chosen.taxYear)}
            planned={plannedYears.includes(chosen.taxYear)}
            paidAbove={named.some(({ taxYear }) => taxYear === chosen.taxYear)}
            refundShown={chosen.taxYear === latest?.taxReturn.taxYear}
            today={today}
          />
        ) : null}
        <h2>{say.account.details}</h2>
        <Facts
          facts={[
            {
              name: say.account.name,
              value: `${taxpayer.givenName} ${taxpayer.familyName}`,
            },
            { name: say.account.fileNumber, value: taxpayer.customerFileNumber },
          ]}
        />
        <p class="small">{say.account.signedIn(formatMoment(lang, signedInAt, timeZone))}</p>
      </div>
    </Page>
  );
}

/** A year for which tax was paid and nothing is on file yet is a year too. */
function withUnfiled(
  papers: readonly YearOfPapers[],
  unfiled: readonly UnfiledYear[],
): readonly YearOfPapers[] {
  const without = unfiled.filter(({ taxYear }) => papers.every((one) => one.taxYear !== taxYear));
  const empty = without.map(({ taxYear }) => ({ taxYear, hasReturn: false, filings: [], documents: [] }));
  return [...papers, ...empty].toSorted((a, b) => b.taxYear - a.taxYear);
}

/** A credit that waits to be refunded does not pay another year's debt. */
const owedIn = (accounts: readonly TaxYearAccount[]): Cents =>
  accounts.reduce((sum, { transactions }) => sum + Math.max(0, balanceOf(transactions)), 0);

interface BalanceProps {
  readonly lang: Lang;
  readonly accounts: readonly TaxYearAccount[];
  /** What needs doing leads to paying it already. */
  readonly paidAbove: boolean;
}

function Balance({ lang, accounts, paidAbove }: BalanceProps) {
  const { account, overview } = words(lang);
  const owed = owedIn(accounts);
  const unprocessed = accounts.filter((one) => !isProcessed(one)).map(({ taxReturn }) => taxReturn.taxYear);
  const known = owed > 0 || unprocessed.length === 0;
  const title = owed > 0 ? account.totalOwed : account.nothingOwed;
  const { besides, text } = overview.notKnown;
  return (
    <section class="panel" aria-labelledby="balance">
      <h2 id="balance">{known ? title : overview.notKnown.title}</h2>
      {known ? <p class="figure">{formatMoney(lang, owed)}</p> : null}
      {known ? <p class="small">{account.dueNote}</p> : null}
      {unprocessed.map((year) => (
        <p class={known ? 'small' : undefined}>{known ? besides(year) : text(year)}</p>
      ))}
      <p class="form-ways">
        {paidAbove ? null : (
          <a class={owed > 0 ? 'button' : undefined} href="/payments/new">
            {overview.pay}
          </a>
        )}
        {owed > 0 ? <a href="/plans">{overview.plans}</a> : null}
      </p>
    </section>
  );
}

function LatestNotice({ lang, letter }: { readonly lang: Lang; readonly letter: Notice }) {
  const { overview, letters } = words(lang);
  return (
    <section aria-labelledby="latest-notice">
      <h2 id="latest-notice">{overview.latestNotice}</h2>
      <ul class="entries">
        <li class="entry">
          <a href={`/letters/${letter.id}`}>{letters.kinds[letter.kind].title}</a>
          {letter.readAt ? null : <span class="tag">{letters.unread}</span>}
          <span class="small">
            {letters.sent(formatDay(lang, letter.sentOn))}
            {' · '}
            <a href="/letters">{overview.allNotices}</a>
          </span>
        </li>
      </ul>
    </section>
  );
}
