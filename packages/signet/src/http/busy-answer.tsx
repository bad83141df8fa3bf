import type { IncomingMessage, ServerResponse } from 'node:http';
import { langOfRequest } from '../web/federation/index.ts';
import type { Lang } from '../web/locales/index.ts';
import { ErrorPage } from '../web/ui/index.ts';
import { requestIdHeader } from './request-id.ts';
import { providerHeaders } from './security-headers.ts';

interface Refused {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  /** What its page and its log line are found by. */
  readonly reference: string;
  /** Whether the address is one of the OpenID provider's, which programs ask as well as browsers. */
  readonly openId: boolean;
}

/** Stands in a drawn page for the reference of whoever gets it. */
const placeholder = 'the-reference-of-this-request';

/** Seconds after which it is worth asking again. */
const retryAfter = '2';

/**
 * What is answered where as much is worked on as may be: words and a way to try again for a person, JSON for a program. It is
 * for when there is nothing to spend, so each page is drawn once, with nothing of whoever asks in it.
 */
export function busyAnswer(sandbox: boolean): (refused: Refused) => void {
  const drawn = new Map<string, string>();
  const headers = Object.fromEntries(providerHeaders([]));

  function pageIn(lang: Lang, again: boolean): string {
    const known = drawn.get(lang + again);
    if (known) return known;
    const frame = { lang, path: '/', csrf: '', sandbox };
    const page = `<!doctype html>${(<ErrorPage frame={frame} status={503} reference={placeholder} again={again} />).toString()}`;
    drawn.set(lang + again, page);
    return page;
  }

  return ({ req, res, reference, openId }) => {
    const json = readsJson(req, openId);
    const page = () => pageIn(langOfRequest(req), req.method === 'GET').replaceAll(placeholder, reference);
    const error = openId ? 'temporarily_unavailable' : 503;
    res
      .writeHead(503, {
        ...headers,
        'content-type': json ? 'application/json' : 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'retry-after': retryAfter,
        [requestIdHeader]: reference,
        connection: 'close',
      })
      .end(json ? JSON.stringify({ error, reference }) : page());
  };
}

function readsJson({ headers: { accept = '' } }: IncomingMessage, openId: boolean): boolean {
  return accept.startsWith('application/json') || (openId && !accept.includes('text/html'));
}
