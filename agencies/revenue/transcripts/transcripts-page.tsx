import { words } from '../locales/index.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';
import { type TranscriptKind, transcriptKinds } from './transcript.ts';
import type { NoTranscript } from './write-transcript.ts';

export interface TranscriptsPageProps {
  readonly frame: Frame;
  readonly year: number;
  /** Years to choose from, the latest first. */
  readonly years: readonly number[];
  /** Why a kind is not to be had for this year. */
  readonly missing: Readonly<Record<TranscriptKind, NoTranscript | undefined>>;
}

/** T1: the five transcripts of one year, and the way to every other year. */
export function TranscriptsPage({ frame, year, years, missing }: TranscriptsPageProps) {
  const { transcripts: say, proofs } = words(frame.lang);
  return (
    <Page frame={frame} title={say.title}>
      <div class="wrap">
        <h1>{say.title}</h1>
        <p class="lead">{say.lead}</p>
        <nav aria-label={say.choose}>
          <ul class="year-tabs">
            {years.map((one) => (
              <li>
                <a href={`/transcripts?year=${one}`} aria-current={one === year ? 'page' : undefined}>
                  <span class="unseen">{say.year(one)}</span>
                  <span aria-hidden="true">{one}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <h2>{say.year(year)}</h2>
        <ul class="transcripts">
          {transcriptKinds.map((kind) => (
            <li class="transcript">
              <Choice frame={frame} kind={kind} year={year} why={missing[kind]} />
            </li>
          ))}
        </ul>
        <p class="after">
          {proofs.wantLetter} <a href={`/letters/ask?year=${year}`}>{proofs.forYear(year)}</a>
        </p>
      </div>
    </Page>
  );
}

function Choice({
  frame,
  kind,
  year,
  why,
}: {
  readonly frame: Frame;
  readonly kind: TranscriptKind;
  readonly year: number;
  readonly why: NoTranscript | undefined;
}) {
  const say = words(frame.lang).transcripts;
  const { name, text } = say.kinds[kind];
  const path = `/transcripts/${kind}/${year}`;
  return (
    <>
      <h3>{why ? name : <a href={path}>{name}</a>}</h3>
      <p>{why ? say.none[why] : text}</p>
      {why ? null : (
        <p class="small">
          <a href={`${path}.pdf`}>
            {say.pdf}
            <span class="unseen">{`: ${name}`}</span>
          </a>
        </p>
      )}
    </>
  );
}
