import { balanceOf, type TaxYearAccount } from '../accounts/account.ts';
import { formatDay, formatMoney, type Lang, words } from '../locales/index.ts';
import { maskAccountNumber, maskSsn, maskStreet, maskSurname } from '../records/masking.ts';
import type { Taxpayer } from '../records/taxpayer.ts';
import { Facts } from '../ui/facts.tsx';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';

export interface AccountTranscriptProps {
  readonly frame: Frame;
  readonly taxpayer: Taxpayer;
  readonly account: TaxYearAccount;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

function Transactions({ lang, account }: { readonly lang: Lang; readonly account: TaxYearAccount }) {
  const say = words(lang);
  return (
    <table class="ledger">
      <caption class="unseen">{say.transcript.transactionsTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{say.transcript.code}</th>
          <th scope="col">{say.transcript.explanation}</th>
          <th scope="col" class="money">
            {say.transcript.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {account.transactions.map(({ code, postedOn, amount }) => (
          <tr>
            <td>{code}</td>
            <td>
              {say.transactions[code]}
              <span class="ledger-day">{formatDay(lang, postedOn)}</span>
            </td>
            <td class="money">{formatMoney(lang, amount)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td />
          <th scope="row">{say.transcript.sum}</th>
          <td class="money">{formatMoney(lang, balanceOf(account.transactions))}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** T1: the tax account transcript of one year, masked by T2; every amount is visible. */
export function AccountTranscriptPage({ frame, taxpayer, account, today }: AccountTranscriptProps) {
  const { lang } = frame;
  const say = words(lang);
  const { taxReturn, transactions, refund } = account;
  const money = (name: string, cents: number) => ({ name, value: formatMoney(lang, cents), money: true });
  return (
    <Page frame={frame} title={say.transcript.title(taxReturn.taxYear)}>
      <div class="wrap">
        <p class="back">
          <a href="/account">{say.transcript.back}</a>
        </p>
        <article class="sheet">
          <p class="sheet-from">{say.agency}</p>
          <h1>{say.transcript.title(taxReturn.taxYear)}</h1>
          <p class="small">{say.transcript.masked}</p>
          <Facts
            facts={[
              { name: say.transcript.requested, value: formatDay(lang, today) },
              { name: say.transcript.fileNumber, value: taxpayer.customerFileNumber },
              { name: say.transcript.form, value: taxReturn.form },
              { name: say.transcript.period, value: formatDay(lang, `${taxReturn.taxYear}-12-31`) },
            ]}
          />
          <h2>{say.transcript.taxpayer}</h2>
          <Facts
            facts={[
              { name: say.transcript.ssn, value: maskSsn(taxpayer.taxpayerNumber) },
              {
                name: say.transcript.name,
                value: `${taxpayer.givenName} ${maskSurname(taxpayer.familyName)}`,
              },
              { name: say.transcript.street, value: maskStreet(taxpayer.address.street) },
            ]}
          />
          <h2>{say.transcript.balancesTitle}</h2>
          <Facts facts={[money(say.transcript.accountBalance, balanceOf(transactions))]} />
          <h2>{say.transcript.returnTitle}</h2>
          <Facts
            facts={[
              { name: say.transcript.filingStatus, value: say.filingStatuses[taxReturn.filingStatus] },
              { name: say.transcript.received, value: formatDay(lang, taxReturn.receivedOn) },
              money(say.transcript.income, taxReturn.lines['adjusted-gross-income']),
              money(say.transcript.taxable, taxReturn.lines['taxable-income']),
              money(say.transcript.tax, taxReturn.lines['total-tax']),
            ]}
          />
          <h2>{say.transcript.transactionsTitle}</h2>
          <p class="small">{say.transcript.transactionsNote}</p>
          <Transactions lang={lang} account={account} />
          {refund?.sentOn === undefined || refund.accountLastFour === undefined ? null : (
            <Facts
              facts={[
                { name: say.transcript.refundTo, value: maskAccountNumber(`0000${refund.accountLastFour}`) },
              ]}
            />
          )}
        </article>
        <p class="small after no-print">{say.transcript.printNote}</p>
      </div>
    </Page>
  );
}
