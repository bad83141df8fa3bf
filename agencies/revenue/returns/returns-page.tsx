import { formatDay, formatMoney, type Lang, words } from '../locales/index.ts';
import type { YearOfPapers } from '../records/papers-by-year.ts';
import type { Filing } from '../records/returns/filing.ts';
import { sayRejection } from '../records/returns/rejection-in-words.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';

/** What was filed and what became of it, and everything on file to look at and keep, by year. */
export function FilingsPage({
  frame,
  years,
}: {
  readonly frame: Frame;
  readonly years: readonly YearOfPapers[];
}) {
  const { lang } = frame;
  const say = words(lang).filings;
  return (
    <Page frame={frame} title={say.title}>
      <div class="wrap">
        <h1>{say.title}</h1>
        <p class="lead">{years.length === 0 ? say.none : say.lead}</p>
        {years.map((year) => (
          <section aria-labelledby={`year-${year.taxYear}`}>
            <h2 id={`year-${year.taxYear}`}>{say.year(year.taxYear)}</h2>
            <PapersOfYear lang={lang} year={year} />
          </section>
        ))}
      </div>
    </Page>
  );
}

/** What was filed for one year, and what is on file to look at and keep. */
export function PapersOfYear({ lang, year }: { readonly lang: Lang; readonly year: YearOfPapers }) {
  const say = words(lang).filings;
  return (
    <ul class="entries">
      {year.filings.map((filing) => (
        <li class="entry">
          <FilingEntry lang={lang} filing={filing} all={year.filings} />
        </li>
      ))}
      {year.hasReturn ? (
        <li class="entry">
          <Paper lang={lang} name={say.returnOf} path={`/transcripts/return/${year.taxYear}`} />
        </li>
      ) : null}
      {year.documents.map((document) => (
        <li class="entry">
          <Paper
            lang={lang}
            name={say.document(document.kind, document.payer.name)}
            path={`/documents/${document.id}`}
          />
        </li>
      ))}
    </ul>
  );
}

interface FilingEntryProps {
  readonly lang: Lang;
  readonly filing: Filing;
  /** Everything that was filed for the year. */
  readonly all: readonly Filing[];
}

function FilingEntry({ lang, filing, all }: FilingEntryProps) {
  const say = words(lang).filings;
  const { form, filedBy, sentOn, state, since, change } = filing;
  const notes = [
    ...(change === undefined ? [] : [say.change(formatMoney(lang, change))]),
    ...sayRejection(lang, filing, all),
    ...(form === '1040-X' && state !== 'completed' ? [say.amendedNote] : []),
  ];
  return (
    <>
      <strong>{say.forms[form]}</strong>
      <span class={state === 'rejected' ? 'tag tag-wrong' : 'tag'}>
        {say.states[state](formatDay(lang, since))}
      </span>
      <span class="small">
        {[`${say.sent(formatDay(lang, sentOn), say.by[filedBy])}.`, ...notes].join(' ')}
      </span>
    </>
  );
}

function Paper({ lang, name, path }: { readonly lang: Lang; readonly name: string; readonly path: string }) {
  const say = words(lang).filings;
  return (
    <>
      <span>{name}</span>
      <span>
        <a href={path}>
          {say.look}
          <span class="unseen">{`: ${name}`}</span>
        </a>{' '}
        <a href={`${path}.pdf`}>
          {say.pdf}
          <span class="unseen">{`: ${name}`}</span>
        </a>
      </span>
    </>
  );
}
