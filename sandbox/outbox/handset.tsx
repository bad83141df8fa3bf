import { type Lang, wordsIn } from '../pages/language.ts';
import { type Frame, Page } from '../pages/page.tsx';
import { shownPhone } from '../pages/shown-phone.ts';
import { codeIn, type Message } from './message.ts';
import { ReceivedAt } from './received-at.tsx';

export interface HandsetPageProps {
  readonly frame: Frame;
  readonly number: string; // E.164
  /** Texts and calls to it, the newest first. */
  readonly messages: readonly Message[];
  /** Its SIM card was changed today. */
  readonly swapped: boolean;
}

/** Somebody's phone: texts as they stand on its screen, calls as what was spoken. */
export function HandsetPage({ frame, number, messages, swapped }: HandsetPageProps) {
  const { handset, outbox } = wordsIn(frame.lang);
  const title = handset.title(shownPhone(number).replaceAll(' ', '\u00a0'));
  return (
    <Page frame={frame} title={title} current="outbox">
      <p class="actions">
        <a href={`/outbox?to=${encodeURIComponent(number)}`}>{outbox.back}</a>
        <a href={frame.path}>{outbox.refresh}</a>
      </p>
      <h1>{title}</h1>
      {messages.length === 0 ? <p class="empty">{handset.empty}</p> : null}
      <ol class="handset">
        {messages.map((message) => (
          <li class={`bubble bubble-${message.channel}`}>
            <Rung lang={frame.lang} message={message} />
          </li>
        ))}
      </ol>
      <section class="swap" aria-labelledby="swap">
        <h2 id="swap">{handset.swapTitle}</h2>
        <p>{swapped ? handset.swapped : handset.swapLead}</p>
        {swapped ? null : (
          <form method="post" action="/outbox/handset/swap">
            <input type="hidden" name="number" value={number} />
            <button class="button" type="submit">
              {handset.swap}
            </button>
          </form>
        )}
      </section>
    </Page>
  );
}

function Rung({ lang, message }: { readonly lang: Lang; readonly message: Message }) {
  const { handset, outbox } = wordsIn(lang);
  const code = codeIn(message.text);
  return (
    <>
      <p class="message-kind">
        <span class={`tag tag-${message.channel}`}>{outbox.channel[message.channel]}</span>
        <ReceivedAt lang={lang} at={message.at} />
      </p>
      {message.channel === 'voice' ? (
        <p>
          <span class="hint">{handset.spoken}</span> {inOneLine(message.text)}
        </p>
      ) : (
        <p class="as-written">{message.text}</p>
      )}
      {code && (
        <sandbox-copy class="code" data-value={code} data-copy={outbox.copy} data-copied={outbox.copied}>
          <span class="code-label">{outbox.code}</span>
          <code class="code-value">{code}</code>
        </sandbox-copy>
      )}
    </>
  );
}

/** The silences between what is spoken, as dots between digits. */
const inOneLine = (text: string): string => text.replaceAll(/(?<=\d)\n(?=\d)/g, ' · ').replaceAll('\n', ' ');
