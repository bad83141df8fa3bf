import { Facts } from '@signet/agencies-ui/pages';
import type { Child } from 'hono/jsx';
import { staffPaths } from '../config/config.ts';
import { sayWhen } from '../letters/index.ts';
import { formatDay, formatMoment, formatMoney, type Lang, words } from '../locales/index.ts';
import { type Payment, whatFor } from '../payments/index.ts';
import { balanceOf, isProcessed, type TaxYearAccount } from '../records/accounts/account.ts';
import type { Letter } from '../records/letters/letter.ts';
import type { Filing } from '../records/returns/filing.ts';
import { sayRejection } from '../records/returns/rejection-in-words.ts';
import { maskFamilyName, maskSsn } from '../records/taxpayers/masking.ts';
import type { Taxpayer } from '../records/taxpayers/taxpayer.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';
import type { Look } from './file-views.ts';

/** What answering a person's question needs, and no more: no lines of a return, no payer, no address, no account. */
export interface OpenFile {
  readonly taxpayer: Taxpayer;
  readonly accounts: readonly TaxYearAccount[];
  readonly filings: readonly Filing[];
  readonly payments: readonly Payment[];
  readonly letters: readonly Letter[];
}

interface FilePageProps {
  readonly frame: Frame;
  readonly look: Look;
  readonly file: OpenFile;
  readonly timeZone: string;
}

interface Entry {
  readonly name: Child;
  readonly money?: string;
  readonly note: string;
}

/** One file as an agent sees it, masked by T2. */
export function FilePage({ frame, look, file, timeZone }: FilePageProps) {
  const { lang } = frame;
  const say = words(lang).staff;
  const { taxpayer } = file;
  return (
    <Page frame={frame} title={say.file.title}>
      <div class="wrap">
        <h1>{say.file.title}</h1>
        <Facts
          facts={[
            { name: say.number, value: taxpayer.customerFileNumber },
            {
              name: say.file.name,
              value: `${taxpayer.givenName} ${maskFamilyName(taxpayer.familyName)}`,
            },
            { name: say.file.taxpayerNumber, value: maskSsn(taxpayer.taxpayerNumber) },
            { name: say.file.why, value: say.reasons[look.reason] },
            { name: say.file.until, value: formatMoment(lang, look.endsAt, timeZone) },
          ]}
        />
        <p class="small">{say.file.masked}</p>
        <Entries lang={lang} title={say.file.balances} entries={file.accounts.map(balanceEntry(lang))} />
        <Entries
          lang={lang}
          title={say.file.filings}
          entries={file.filings.map(filingEntry(lang, file.filings))}
        />
        <Entries lang={lang} title={say.file.payments} entries={file.payments.map(paymentEntry(lang))} />
        <Entries lang={lang} title={say.file.notices} entries={file.letters.map(letterEntry(lang))} />
        <p class="after">
          <a class="button" href={staffPaths.home}>
            {say.file.close}
          </a>
        </p>
      </div>
    </Page>
  );
}

function Entries({
  lang,
  title,
  entries,
}: {
  readonly lang: Lang;
  readonly title: string;
  readonly entries: readonly Entry[];
}) {
  return (
    <section>
      <h2>{title}</h2>
      {entries.length === 0 ? <p>{words(lang).staff.file.none}</p> : null}
      <ul class="entries">
        {entries.map(({ name, money, note }) => (
          <li class="entry">
            <strong>{name}</strong>
            {money === undefined ? null : <span class="entry-money money">{money}</span>}
            <span class="small">{note}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const balanceEntry =
  (lang: Lang) =>
  (account: TaxYearAccount): Entry => {
    const { taxReturn, transactions } = account;
    const { filingStatuses, letters, overview } = words(lang);
    const name = letters.year(taxReturn.taxYear);
    const note = filingStatuses[taxReturn.filingStatus];
    return isProcessed(account)
      ? { name, note, money: formatMoney(lang, balanceOf(transactions)) }
      : { name, note: `${note} · ${overview.received}` };
  };

const filingEntry =
  (lang: Lang, all: readonly Filing[]) =>
  (filing: Filing): Entry => {
    const { form, state, since, taxYear } = filing;
    const say = words(lang).filings;
    return {
      name: `${say.forms[form]}, ${taxYear}`,
      note: [say.states[state](formatDay(lang, since)), ...sayRejection(lang, filing, all)].join(' · '),
    };
  };

const paymentEntry =
  (lang: Lang) =>
  (payment: Payment): Entry => ({
    name: whatFor(lang, payment),
    money: formatMoney(lang, payment.amount),
    note: `${formatDay(lang, payment.payOn)} · ${words(lang).payments.states[payment.state]}`,
  });

const letterEntry =
  (lang: Lang) =>
  (letter: Letter): Entry => {
    const { kind, readAt, taxYear } = letter;
    const { letters, staff } = words(lang);
    return {
      name: letters.kinds[kind].title,
      note: [
        sayWhen(lang, letter),
        ...(taxYear === undefined ? [] : [letters.year(taxYear)]),
        readAt ? staff.file.read : staff.file.unread,
      ].join(' · '),
    };
  };
