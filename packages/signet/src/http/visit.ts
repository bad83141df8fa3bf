import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { requestId } from '../kernel/index.ts';
import type { Sessions } from '../modules/authentication/index.ts';
import { pickLang } from '../web/locales/index.ts';
import {
  agencyLangCookie,
  deviceCookie,
  deviceNameOf,
  langCookie,
  sessionCookie,
  type WebContext,
  type WebEnv,
} from '../web/request/index.ts';
import type { RoutePolicy } from '../web/routes/index.ts';
import { formKey, formToken } from './form-token.ts';
import { sourceOf } from './source.ts';

export interface VisitOptions {
  readonly sessions: Sessions;
  readonly origin: string;
  readonly sandbox: boolean;
  /** In the sandbox: where mail and texts arrive. */
  readonly outbox?: string | undefined;
  readonly trustedProxies: number;
}

/** Reads what a request says of itself: language, form token, source. Costs no query. */
export const readVisit =
  (options: VisitOptions): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    const secureCookies = options.origin.startsWith('https:');
    const source = sourceOf(c.env.incoming, options.trustedProxies);
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
      outbox: options.outbox,
      secureCookies,
    });
    await next();
  };

/**
 * Reads who it is from: one query where there is a cookie, and so only for what passed the checks that cost none. A script
 * that watches the checks, or another screen, is not its person, who may have left (B11).
 */
export const loadSession =
  ({ sessions }: Pick<VisitOptions, 'sessions'>, reader: RoutePolicy['reader']): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    const { visit } = c.var;
    const by = reader === 'progress-script' ? 'waiting-script' : 'person';
    const cookie = getCookie(c, sessionCookie(visit.secureCookies));
    const loaded = cookie ? await sessions.load(cookie, visit.circumstances, by) : undefined;
    if (loaded?.session.idle) visit.idle = loaded;
    else if (loaded) visit.presence = loaded;
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
