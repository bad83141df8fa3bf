import type { PageFrame } from '../ui/index.ts';
import { askedElsewhere, currentRequest, rememberedRequest, waitingRequest } from './pending-requests.ts';
import type { WebContext } from './visit.ts';

/** What every page of this request shares. */
export function frameOf(c: WebContext): PageFrame {
  const { visit } = c.var;
  const request = currentRequest(c);
  const waiting = waitingRequest(c);
  const elsewhere = request ? undefined : askedElsewhere(c);
  const session = visit.presence?.session;
  const signedIn = session?.person
    ? {
        idleSeconds: Math.max(1, Math.floor((session.expiresAt.getTime() - Date.now()) / 1000)),
        fully: session.aal >= 2,
      }
    : undefined;
  const url = new URL(c.req.url);
  return {
    lang: visit.lang,
    path: url.pathname + url.search,
    csrf: visit.formToken,
    sandbox: visit.sandbox,
    outbox: visit.outbox,
    agency: request?.agencyName[visit.lang],
    request: rememberedRequest(c), // known by name to a browser whose session is gone
    waiting: waiting
      ? { agency: waiting.agencyName[visit.lang], href: `/interaction/${waiting.uid}` }
      : elsewhere && { agency: elsewhere.agencyName[visit.lang], href: elsewhere.home },
    signedIn,
    closing: visit.closing,
  };
}
