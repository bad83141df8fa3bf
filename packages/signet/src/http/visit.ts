import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { AppError, requestId } from '../kernel/index.ts';
import type { Sessions } from '../modules/authentication/index.ts';
import { pickLang } from '../web/locales/index.ts';
import {
  agencyLangCookie,
  deviceCookie,
  deviceNameOf,
  followTab,
  langCookie,
  sessionCookie,
  type WebContext,
  type WebEnv,
} from '../web/request/index.ts';
import { csrfField, csrfHeader, requestField } from '../web/ui/index.ts';

export interface VisitOptions {
  readonly sessions: Sessions;
  readonly origin: string;
  readonly sandbox: boolean;
  readonly trustedProxies: number;
}

/** Reads who and what a request is: language, session, form token, source. One query when there is a cookie. */
export const readVisit =
  (options: VisitOptions): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    const secureCookies = options.origin.startsWith('https:');
    const cookie = getCookie(c, sessionCookie(secureCookies));
    const source = sourceOf(c, options.trustedProxies);
    const reference = requestId() ?? randomUUID();
    c.set('visit', {
      lang: chooseLang(c, secureCookies),
      presence: undefined,
      formToken: formToken(formKey(c, secureCookies)),
      source,
      circumstances: {
        source,
        userAgent: c.req.header('user-agent'),
        brands: c.req.header('sec-ch-ua'),
        platform: c.req.header('sec-ch-ua-platform'),
        device: deviceNameOf(getCookie(c, deviceCookie(secureCookies))),
        reference,
      },
      reference,
      sandbox: options.sandbox,
      secureCookies,
    });
    // after the rest is known: with the database away, the error page still speaks the person's language
    const loaded = cookie && (await options.sessions.load(cookie, c.var.visit.circumstances));
    if (loaded) c.var.visit[loaded.session.idle ? 'idle' : 'presence'] = loaded;
    await next();
  };

function chooseLang(c: WebContext, secure: boolean) {
  const asked = c.req.query('lang');
  const lang = pickLang({
    query: asked,
    cookie: getCookie(c, langCookie),
    agency: getCookie(c, agencyLangCookie),
    acceptLanguage: c.req.header('accept-language'),
  });
  if (asked)
    setCookie(c, langCookie, lang, {
      path: '/',
      sameSite: 'Lax',
      secure,
      maxAge: 31_536_000,
      httpOnly: true,
    });
  return lang;
}

/** A secret of this browser, kept in a strict cookie that no other site can send or read. */
function formKey(c: WebContext, secure: boolean): string {
  const name = secure ? '__Host-signet_form' : 'signet_form';
  const given = getCookie(c, name);
  if (given && /^[\w-]{22}$/.test(given)) return given;
  const made = randomBytes(16).toString('base64url');
  setCookie(c, name, made, { path: '/', httpOnly: true, sameSite: 'Lax', secure });
  return made;
}

const formToken = (key: string): string => createHmac('sha256', key).update('form').digest('base64url');

/**
 * Every POST is checked twice (B12): the browser's own word on where it comes from, and a token that only our page
 * in this browser holds. Answers 403; the page says to load the form again.
 */
export const checkFormToken =
  (origin: string, refuse: (c: WebContext) => Response | Promise<Response>): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const site = c.req.header('sec-fetch-site');
    const from = c.req.header('origin');
    const ours = (site === undefined || site === 'same-origin') && (from === undefined || from === origin);
    if (!ours || !(await hasToken(c))) return refuse(c);
    followTab(c, c.req.query(requestField) ?? (await bodyOf(c))[requestField]);
    return next();
  };

async function hasToken(c: WebContext): Promise<boolean> {
  const given = c.req.header(csrfHeader) ?? (await bodyOf(c))[csrfField];
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(c.var.visit.formToken)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The form, parsed once a request. Throws AppError `bad-form` (400) for a body that is not what it says it is. */
async function bodyOf(c: WebContext) {
  try {
    return await c.req.parseBody();
  } catch (cause) {
    throw new AppError('bad-form', { status: 400, cause });
  }
}

/** The address that the outermost proxy we trust saw; with none, the connection's own. */
function sourceOf(c: WebContext, trustedProxies: number): string {
  const direct = c.env.incoming?.socket.remoteAddress ?? 'unknown';
  if (trustedProxies === 0) return direct;
  const chain = (c.req.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  return chain.at(-trustedProxies) || direct;
}
