import { BreakableAddress } from '../pages/breakable-address.tsx';
import { type Lang, wordsIn } from '../pages/language.ts';
import { type Frame, Page } from '../pages/page.tsx';
import { codeIn, type Message, pieces } from './message.ts';
import { ReceivedAt } from './received-at.tsx';
import type { OutboxPart } from './store.ts';

export function OutboxPage(props: { frame: Frame; part: OutboxPart; to: string | null }) {
  const { frame, part, to } = props;
  const { messages } = part;
  const { outbox } = wordsIn(frame.lang);
  return (
    <Page frame={frame} title={outbox.title} current="outbox">
      <h1>{outbox.title}</h1>
      <p class="lead">{outbox.lead}</p>
      <form class="filter" method="get" action="/outbox">
        <div class="field">
          <label for="to">{outbox.filter}</label>
          <span class="hint" id="to-hint">
            {outbox.filterHint}
          </span>
          <input id="to" name="to" value={to ?? ''} autocomplete="off" aria-describedby="to-hint" />
        </div>
        <button class="button" type="submit">
          {outbox.show}
        </button>
      </form>
      <p class="actions">
        <a href={frame.path}>{outbox.refresh}</a>
        {to !== null && <a href="/outbox">{outbox.all}</a>}
        {to?.startsWith('+') && (
          <a href={`/outbox/handset?number=${encodeURIComponent(to)}`}>{outbox.handset}</a>
        )}
      </p>
      {messages.length === 0 ? (
        <p class="empty">{to === null ? outbox.empty : outbox.emptyTo(to)}</p>
      ) : (
        <ul class="messages">
          {messages.map((message) => (
            <li>
              <Summary lang={frame.lang} message={message} />
            </li>
          ))}
        </ul>
      )}
      {part.pages > 1 && <Paging lang={frame.lang} part={part} to={to} />}
    </Page>
  );
}

/** Newer and older ones, under the same filter. */
function Paging({ lang, part, to }: { lang: Lang; part: OutboxPart; to: string | null }) {
  const { paging } = wordsIn(lang).outbox;
  const { page, pages } = part;
  const at = (wanted: number) =>
    `/outbox?${new URLSearchParams({ ...(to !== null && { to }), page: String(wanted) })}`;
  return (
    <nav class="paging" aria-label={paging.label}>
      {page > 1 && (
        <a href={at(page - 1)} rel="prev">
          {paging.newer}
        </a>
      )}
      <span>{paging.page(page, pages)}</span>
      {page < pages && (
        <a href={at(page + 1)} rel="next">
          {paging.older}
        </a>
      )}
    </nav>
  );
}

/** A text message has no subject: it is called by what it says first. */
const titleOf = ({ channel, subject, text }: Message, lang: Lang): string => {
  if (subject !== '') return subject;
  const [first = ''] = channel === 'sms' ? text.split(/(?<=[.:]) /, 1) : [];
  return first || wordsIn(lang).outbox.noSubject;
};

function Summary({ lang, message }: { lang: Lang; message: Message }) {
  const { outbox } = wordsIn(lang);
  const code = codeIn(message.text);
  return (
    <article class="message">
      <p class="message-kind">
        <span class={`tag tag-${message.channel}`}>{outbox.channel[message.channel]}</span>
        <ReceivedAt lang={lang} at={message.at} />
      </p>
      <h2>
        <a href={`/outbox/messages/${message.id}`}>{titleOf(message, lang)}</a>
      </h2>
      <p class="message-to">
        {outbox.to}: <BreakableAddress text={message.to} />
      </p>
      {code && (
        <p class="message-code">
          {outbox.code}: <strong>{code}</strong>
        </p>
      )}
    </article>
  );
}

export function MessagePage({ frame, message }: { frame: Frame; message: Message }) {
  const { outbox } = wordsIn(frame.lang);
  const title = titleOf(message, frame.lang);
  const code = codeIn(message.text);
  return (
    <Page frame={frame} title={title} current="outbox">
      <p class="actions">
        <a href={`/outbox?to=${encodeURIComponent(message.to)}`}>{outbox.back}</a>
      </p>
      <article class={`sheet sheet-${message.channel}`}>
        <p class="message-kind">
          <span class={`tag tag-${message.channel}`}>{outbox.channel[message.channel]}</span>
        </p>
        <h1>{title}</h1>
        <dl class="facts">
          <dt>{outbox.to}</dt>
          <dd class="as-written">
            <BreakableAddress text={message.to} />
          </dd>
          <dt>{outbox.received}</dt>
          <dd>
            <ReceivedAt lang={frame.lang} at={message.at} />
          </dd>
        </dl>
        {code && (
          <sandbox-copy class="code" data-value={code} data-copy={outbox.copy} data-copied={outbox.copied}>
            <span class="code-label">{outbox.code}</span>
            <code class="code-value">{code}</code>
          </sandbox-copy>
        )}
        {message.hasPdf && (
          <p class="actions">
            <a href={`/outbox/messages/${message.id}/letter.pdf`}>{outbox.letter}</a>
          </p>
        )}
        <div class="as-written text">
          {pieces(message.text).map((piece) =>
            piece.link ? (
              <a href={piece.text} rel="noreferrer">
                {piece.text}
              </a>
            ) : (
              piece.text
            ),
          )}
        </div>
      </article>
    </Page>
  );
}
