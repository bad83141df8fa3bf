import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { wideNetworkOf } from '../modules/authentication/index.ts';
import { followTab, postedForm, type WebContext, type WebEnv } from '../web/request/index.ts';
import { type BodyKind, bodyLimits } from '../web/routes/index.ts';
import { csrfField, csrfHeader, requestField } from '../web/ui/index.ts';
import { readBody } from './body/index.ts';
import type { ComingBody, HeldBodies } from './held-bodies.ts';

/**
 * A secret of this browser. Its cookie is read by no script and sent with no form of another site (SameSite=Lax); it
 * comes along when a link leads here, so that a page opened from a mail has a form that works.
 */
export function formKey(c: WebContext, secure: boolean): string {
  const name = secure ? '__Host-signet_form' : 'signet_form';
  const given = getCookie(c, name);
  if (given && /^[\w-]{22}$/.test(given)) return given;
  const made = randomBytes(16).toString('base64url');
  setCookie(c, name, made, { path: '/', httpOnly: true, sameSite: 'Lax', secure });
  return made;
}

export const formToken = (key: string): string =>
  createHmac('sha256', key).update('form').digest('base64url');

type Refuse = (c: WebContext) => Response | Promise<Response>;

const isRead = (c: WebContext): boolean => c.req.method === 'GET' || c.req.method === 'HEAD';

/**
 * Every POST is checked twice (B12). First, at no cost, the browser's own word on where it comes from. Answers 403; the
 * page says to load the form again.
 */
export const checkOrigin =
  (origin: string, refuse: Refuse): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    if (isRead(c)) return next();
    const site = c.req.header('sec-fetch-site');
    const from = c.req.header('origin');
    const ours = (site === undefined || site === 'same-origin') && (from === undefined || from === origin);
    return ours ? next() : refuse(c);
  };

/**
 * Then a token that only our page in this browser holds: what a script sends stands in a header and is looked at before
 * anything of the body is read. The body is read here, once a request, and held until the answer.
 */
export const takeBody =
  (kind: BodyKind, held: HeldBodies, refuse: Refuse): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    if (isRead(c)) return next();
    const inHeader = c.req.header(csrfHeader);
    if (inHeader !== undefined && !isToken(c, inHeader)) return refuse(c);
    return held.hold(comingBody(c, kind), async () => {
      c.set('posted', await readBody(c, kind));
      const form = postedForm(c);
      if (inHeader === undefined && !isToken(c, form[csrfField])) return refuse(c);
      followTab(c, c.req.query(requestField) ?? form[requestField]);
      return next();
    });
  };

/** Without a declared length it may be as long as any of its kind. */
function comingBody(c: WebContext, kind: BodyKind): ComingBody {
  const declared = c.req.header('content-length');
  return {
    kind,
    network: wideNetworkOf(c.var.visit.source),
    bytes: declared === undefined ? bodyLimits[kind] : Number(declared),
    person: kind === 'photo' ? c.var.sender : undefined,
    isComing: () => c.env.incoming.complete === false,
    hangUp: () => void c.env.incoming.destroy(),
  };
}

function isToken(c: WebContext, given: unknown): boolean {
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(c.var.visit.formToken)];
  return a.length === b.length && timingSafeEqual(a, b);
}
