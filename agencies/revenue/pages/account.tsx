import { balanceOf, type TaxYearAccount } from '../accounts/account.ts';
import { refundProgress } from '../accounts/refund-progress.ts';
import { formatMoment, formatMoney, type Lang, words } from '../locales/index.ts';
import type { Taxpayer } from '../records/taxpayer.ts';
import { Facts } from '../ui/facts.tsx';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';
import { RefundPanel } from './refund-panel.tsx';

export interface AccountPageProps {
  readonly frame: Frame;
  readonly taxpayer: Taxpayer;
  /** The latest year first. */
  readonly accounts: readonly TaxYearAccount[];
  readonly signedIn: { readonly level: string; readonly at: Date };
  /** `YYYY-MM-DD` */
  readonly today: string;
}

function Balance({ lang, accounts }: { readonly lang: Lang; readonly accounts: readonly TaxYearAccount[] }) {
  const { account } = words(lang);
  // A credit that waits to be refunded does not pay another year's debt.
  const owed = accounts.reduce((sum, { transactions }) => sum + Math.max(0, balanceOf(transactions)), 0);
  return (
    <section class="panel" aria-labelledby="balance">
      <h2 id="balance">{owed > 0 ? account.totalOwed : account.nothingOwed}</h2>
      <p class="figure">{formatMoney(lang, owed)}</p>
      <p class="small">{account.dueNote}</p>
    </section>
  );
}

function Years({ lang, accounts }: { readonly lang: Lang; readonly accounts: readonly TaxYearAccount[] }) {
  const say = words(lang);
  return (
    <section aria-labelledby="years">
      <h2 id="years">{say.account.yearsTitle}</h2>
      <ul class="years">
        {accounts.map(({ taxReturn, transactions }) => {
          const balance = balanceOf(transactions);
          return (
            <li class="year">
              <p class="year-number">
                <span class="unseen">{`${say.account.year} `}</span>
                {taxReturn.taxYear}
              </p>
              <p class="year-status">
                <span class="unseen">{`${say.account.status}: `}</span>
                {say.filingStatuses[taxReturn.filingStatus]}
              </p>
              <p class="year-balance">
                <span class="year-label">{say.account.balance}</span>
                <span class="money">{formatMoney(lang, Math.abs(balance))}</span>
                {balance < 0 ? <span class="small">{` ${say.account.owedToYou}`}</span> : null}
              </p>
              <p class="year-link">
                <a href={`/transcripts?year=${taxReturn.taxYear}`}>
                  {say.account.openTranscripts(taxReturn.taxYear)}
                </a>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The signed-in home: who one is here, the refund, what is owed, and each year's transcript. */
export function AccountPage({ frame, taxpayer, accounts, signedIn, today }: AccountPageProps) {
  const { lang } = frame;
  const say = words(lang);
  const [latest] = accounts;
  return (
    <Page frame={frame} title={say.account.title}>
      <div class="wrap">
        <h1>{say.account.greeting(taxpayer.givenName.split(' ')[0] ?? '')}</h1>
        <Facts
          facts={[
            { name: say.account.name, value: `${taxpayer.givenName} ${taxpayer.familyName}` },
            { name: say.account.fileNumber, value: taxpayer.customerFileNumber },
            ...(latest === undefined
              ? []
              : [
                  {
                    name: say.account.filingStatus,
                    value: say.filingStatuses[latest.taxReturn.filingStatus],
                  },
                ]),
          ]}
        />
        {latest === undefined ? (
          <p>{say.account.noYears}</p>
        ) : (
          <>
            <div class="two two-panels">
              <RefundPanel lang={lang} account={latest} progress={refundProgress(latest, today)} />
              <Balance lang={lang} accounts={accounts} />
            </div>
            <Years lang={lang} accounts={accounts} />
          </>
        )}
        <p class="small after">{say.account.signedInAs(signedIn.level, formatMoment(lang, signedIn.at))}</p>
      </div>
    </Page>
  );
}
