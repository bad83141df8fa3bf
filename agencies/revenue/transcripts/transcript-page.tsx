import { Facts } from '@signet/agencies-ui/pages';
import { sumOf } from '../amounts-and-dates/cents.ts';
import { formatDay, formatMoney, type Lang, words } from '../locales/index.ts';
import type { IncomeDocument } from '../records/documents/income-document.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';
import type { Posting, Section, Transcript } from './transcript.ts';
import { headOf, leadOf, sayFact, saySection, titleOf } from './value-in-words.ts';

export interface TranscriptPageProps {
  readonly frame: Frame;
  readonly transcript: Transcript;
  /** Where it is of one document alone, under the document's own address. */
  readonly document?: IncomeDocument;
}

/** T1: one transcript, masked by T2 before it comes here; every amount is visible. */
export function TranscriptPage({ frame, transcript, document }: TranscriptPageProps) {
  const { lang } = frame;
  const say = words(lang);
  const title = titleOf(lang, transcript, document);
  return (
    <Page frame={frame} title={title}>
      <div class="wrap">
        <p class="back no-print">
          {document ? (
            <a href="/filings">{say.filings.title}</a>
          ) : (
            <a href={`/transcripts?year=${transcript.taxYear}`}>{say.transcripts.title}</a>
          )}
        </p>
        <article class="sheet">
          <p class="sheet-from">{say.agency}</p>
          <h1>{title}</h1>
          <p class="small">{leadOf(lang, transcript, document)}</p>
          <Facts facts={headOf(lang, transcript).map(([name, value]) => ({ name, value }))} />
          {transcript.sections.map((section) => (
            <Part lang={lang} section={section} taxYear={transcript.taxYear} />
          ))}
        </article>
        {document ? (
          <p class="after no-print">
            <a href={`/documents/${document.id}.pdf`}>{say.letters.pdf}</a>
          </p>
        ) : (
          <Copies frame={frame} transcript={transcript} />
        )}
      </div>
    </Page>
  );
}

function Part({
  lang,
  section,
  taxYear,
}: {
  readonly lang: Lang;
  readonly section: Section;
  readonly taxYear: number;
}) {
  const { ledger, transcripts } = words(lang);
  const { name, facts, postings } = section;
  return (
    <>
      <h2>{saySection(lang, name)}</h2>
      {name === 'statement' ? <p>{transcripts.statement(taxYear)}</p> : null}
      {facts.length > 0 ? (
        <Facts
          facts={facts.map((fact) => {
            const [label, value] = sayFact(lang, fact);
            return { name: label, value, money: 'cents' in fact.value };
          })}
        />
      ) : null}
      {postings ? <p class="small">{ledger.note}</p> : null}
      {postings ? <Ledger lang={lang} postings={postings} /> : null}
    </>
  );
}

function Ledger({ lang, postings }: { readonly lang: Lang; readonly postings: readonly Posting[] }) {
  const { ledger, transactions, transcripts } = words(lang);
  return (
    <table class="ledger">
      <caption class="unseen">{transcripts.sections.transactions}</caption>
      <thead>
        <tr>
          <th scope="col">{ledger.code}</th>
          <th scope="col">{ledger.explanation}</th>
          <th scope="col" class="money">
            {ledger.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {postings.map(({ code, on, cents }) => (
          <tr>
            <td>{code}</td>
            <td>
              {transactions[code]}
              <span class="ledger-day">{formatDay(lang, on)}</span>
            </td>
            <td class="money">{formatMoney(lang, cents)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td />
          <th scope="row">{ledger.sum}</th>
          <td class="money">{formatMoney(lang, sumOf(postings.map(({ cents }) => cents)))}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** The same as a file, and for wage and income the copy to file with (T3). */
function Copies({ frame, transcript }: TranscriptPageProps) {
  const say = words(frame.lang).transcripts;
  const { kind, taxYear, unmasked } = transcript;
  const base = `/transcripts/${kind}/${taxYear}${unmasked ? '/whole' : ''}`;
  return (
    <section class="after no-print" aria-labelledby="copies">
      <h2 id="copies">{say.save}</h2>
      <ul class="copies">
        <li>
          <a href={`${base}.pdf`}>{say.pdf}</a>
        </li>
        <li>
          <a href={`${base}.json`}>{say.data}</a>
        </li>
      </ul>
      {kind === 'wage-and-income' ? (
        <p>
          <a href={unmasked ? `/transcripts/${kind}/${taxYear}` : `/transcripts/${kind}/${taxYear}/whole`}>
            {unmasked ? say.showMasked : say.showWhole}
          </a>
          {unmasked ? null : <span class="small hint">{say.showWholeHint}</span>}
        </p>
      ) : null}
    </section>
  );
}
