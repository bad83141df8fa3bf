import { Facts } from '@signet/agencies-ui/pages';
import type { Day } from '../amounts-and-dates/day.ts';
import { formatDay, formatMoney, type Lang, words } from '../locales/index.ts';
import { actionLink } from '../records/letters/action-links.ts';
import { isNotice, type Letter, type Notice } from '../records/letters/letter.ts';
import { noticeNumber } from '../records/letters/notice-number.ts';
import { addressLines, type Taxpayer } from '../records/taxpayers/taxpayer.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';

/** Everything that was written to the person, what is new first seen as such. */
export function LettersPage({
  frame,
  letters,
  today,
}: {
  readonly frame: Frame;
  readonly letters: readonly Letter[];
  readonly today: Day;
}) {
  const { lang } = frame;
  const say = words(lang).letters;
  return (
    <Page frame={frame} title={say.title}>
      <div class="wrap">
        <h1>{say.title}</h1>
        <p class="lead">{letters.length === 0 ? say.none : say.lead}</p>
        <p class="action">
          <a href="/letters/ask">{words(lang).proofs.title}</a>
        </p>
        <ul class="entries">
          {letters.map((letter) => (
            <li class="entry">
              <a href={`/letters/${letter.id}`}>{say.kinds[letter.kind].title}</a>
              {letter.readAt ? null : <span class="tag">{say.unread}</span>}
              <span class="small">{aboutOf(lang, letter, today)}</span>
            </li>
          ))}
        </ul>
      </div>
    </Page>
  );
}

/** A day that is past asks for nothing more; the notice itself still says it. */
const aboutOf = (lang: Lang, letter: Letter, today: Day): string => {
  const say = words(lang).letters;
  const { dueOn, taxYear } = letter;
  return [
    sayWhen(lang, letter),
    ...(taxYear === undefined ? [] : [say.year(taxYear)]),
    ...(dueOn === undefined || dueOn < today ? [] : [say.due(formatDay(lang, dueOn))]),
  ].join(' · ');
};

/** A notice was sent to the person; a letter that they asked for was written. */
export function sayWhen(lang: Lang, letter: Letter): string {
  const { letters, proofs } = words(lang);
  const day = formatDay(lang, letter.sentOn);
  return isNotice(letter) ? letters.sent(day) : proofs.written(day);
}

export function noticeFacts(lang: Lang, notice: Notice) {
  const { sentOn, dueOn, taxYear, amount } = notice;
  const say = words(lang).letters;
  const facts: (readonly [name: string, value: string])[] = [
    [say.number, noticeNumber(notice)],
    [say.sentOn, formatDay(lang, sentOn)],
  ];
  if (taxYear !== undefined) {
    facts.push([words(lang).transcripts.facts.period, formatDay(lang, `${taxYear}-12-31`)]);
  }
  if (amount !== undefined) facts.push([say.amount, formatMoney(lang, amount)]);
  if (dueOn !== undefined) facts.push([say.dueOn, formatDay(lang, dueOn)]);
  return facts;
}

interface NoticePageProps {
  readonly frame: Frame;
  readonly notice: Notice;
  /** The addressee. */
  readonly taxpayer: Taxpayer;
  /** What there is to do about it today. */
  readonly act: string;
}

export function NoticePage({ frame, notice, taxpayer, act }: NoticePageProps) {
  const { lang } = frame;
  const say = words(lang).letters;
  const { title, text, link } = say.kinds[notice.kind];
  return (
    <Page frame={frame} title={title}>
      <div class="wrap narrow">
        <p class="back no-print">
          <a href="/letters">{say.title}</a>
        </p>
        <article class="sheet">
          <p class="sheet-from">{words(lang).agency}</p>
          <p class="sheet-to">
            {addressLines(taxpayer).map((line) => (
              <span>{line}</span>
            ))}
          </p>
          <h1>{title}</h1>
          <Facts facts={noticeFacts(lang, notice).map(([name, value]) => ({ name, value }))} />
          <p>{text}</p>
          <p>
            <strong>{act}</strong>
          </p>
          <p class="small">{say.questions}</p>
        </article>
        <p class="form-ways after no-print">
          <a class="button" href={actionLink(notice)}>
            {link}
          </a>
          <a href={`/letters/${notice.id}.pdf`}>{say.pdf}</a>
        </p>
      </div>
    </Page>
  );
}
