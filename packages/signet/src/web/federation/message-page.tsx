import { words } from '../locales/index.ts';
import { Page, type PageFrame, places, Reference } from '../ui/index.ts';

export interface MessagePageProps {
  readonly frame: PageFrame;
  readonly message: 'expired' | 'signedOut' | 'providerError';
  /** A protocol error code for the agency's engineer. */
  readonly code?: string;
  /** Of the request, to quote to support. */
  readonly reference?: string | undefined;
}

/** A page that says one thing and what to do next. */
export function MessagePage({ frame, message, code, reference }: MessagePageProps) {
  const { common, consent } = words(frame.lang);
  const say = consent[message];
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.body}</p>
      <p>{say.next}</p>
      {code ? (
        <p>
          <code>{code}</code>
        </p>
      ) : null}
      <Reference lang={frame.lang} reference={reference} />
      {message === 'signedOut' ? null : (
        <ul class="signet-plain-list">
          <li>
            <a href={places.home}>{consent.agencies}</a>
          </li>
          <li>
            <a href={places.help}>{common.errorPages.getHelp}</a>
          </li>
        </ul>
      )}
    </Page>
  );
}
