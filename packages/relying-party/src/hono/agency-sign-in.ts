import { timingSafeEqual } from 'node:crypto';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';
import type { RelyingParty, SignIn, SignInFailure, SignInRequest } from '../index.ts';
import { browserSessions, type Session, type SessionLimits } from './browser-session.ts';
import { declaredLimit, type FormLimits, ordinaryForm, postedFields } from './form-limit.ts';
import { keptForms } from './kept-form.ts';
import { localPath } from './local-path.ts';
import { pendingSignIns } from './pending-sign-in.ts';
import type { SessionStore } from './session-store.ts';

export interface AgencySignInOptions<Data> {
  readonly relyingParty: RelyingParty;
  /** Where this agency is seen, e.g. `https://revenue.example`. */
  readonly origin: string;
  readonly cookieName: string;
  /** 32 bytes that seal the cookie of a sign-in under way (`loadOrCreateSecretKey`). */
  readonly cookieKey: Uint8Array;
  readonly sessions: SessionStore;
  readonly limits: SessionLimits;
  /** Where a person lands who asked for no page in particular. */
  readonly afterSignIn: string;
  /** The path of the registered post-logout redirect URI. */
  readonly afterSignOut: string;
  /** Makes the agency's own session data of a sign-in: the place to find the person's record. */
  readonly onSignIn: (signIn: SignIn) => Promise<Data>;
  readonly onFailure: (c: Context, failure: SignInFailure) => Response | Promise<Response>;
  /**
   * A page for somebody who is not signed in, or no longer; `returnTo` is where they wanted to be. `kept`: they sent a form,
   * and what they had filled in is waiting for them there (`c.var.kept`).
   */
  readonly onSessionMissing: (c: Context, returnTo: string, kept: boolean) => Response | Promise<Response>;
  /** The language Signet should speak: BCP 47. */
  readonly languageOf?: (c: Context) => string;
  readonly now?: () => Date;
}

export interface AgencyEnv<Data> {
  Variables: {
    session: Session<Data> | undefined;
    /** What the person had filled in on this page when their session ran out: for the form to be shown with. */
    kept?: Readonly<Record<string, string>> | undefined;
  };
}

/** A logout token is a kilobyte, and alone in its form. */
const TOKEN_LIMITS: FormLimits = { bytes: 32 * 1024, fields: 8 };

/** In a form that is worth keeping: the path of the page it stands on. Beside `form_token`. */
const PAGE_FIELD = 'form_page';

/** What Signet is asked for at a step-up, in seconds: short, and long enough for the way back here. */
const STEP_UP_MAX_AGE = 120;

/** What costs nothing to look at: origin and declared length of a post, before its session and its form. */
const checksBeforeSession = (origin: string) =>
  [csrf({ origin: new URL(origin).origin }), declaredLimit(ordinaryForm)] as const;

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Everything between an agency's pages and Signet: `GET /sign-in`, `GET /step-up`, `GET /callback`, `POST /sign-out`,
 * `POST /backchannel-logout`, `GET /session` (keeps a session alive: 204 or 401), `POST /session/form` (keeps a form that
 * is half filled in, when the session runs out), the session in `c.var.session`, and the guards of pages and forms.
 */
export function createAgencySignIn<Data>(options: AgencySignInOptions<Data>) {
  const { relyingParty, origin, afterSignIn, afterSignOut, now = () => new Date() } = options;
  const secure = origin.startsWith('https:');
  const pending = pendingSignIns({ prefix: options.cookieName, key: options.cookieKey, secure });
  const sessions = browserSessions<Data>({ ...options, secure, now, store: options.sessions });
  const forms = keptForms({ prefix: options.cookieName, key: options.cookieKey, secure });
  const { keepForm, withKeptForm, withoutSession } = formKeeping(options, sessions, forms);
  const { wantedPage, toSignet } = waysToSignet(options, pending);
  const routes = new Hono<AgencyEnv<Data>>();

  const session: MiddlewareHandler<AgencyEnv<Data>> = async (c, next) => {
    c.set('session', await sessions.read(c));
    await next();
  };

  const signedIn: MiddlewareHandler<AgencyEnv<Data>> = async (c, next) => {
    c.header('Cache-Control', 'no-store');
    if (c.var.session !== undefined) return c.req.method === 'GET' ? withKeptForm(c, next) : next();
    if (c.req.method === 'POST') return withoutSession(c);
    const { pathname, search } = new URL(c.req.url);
    return options.onSessionMissing(c, `${pathname}${search}`, false);
  };

  /** Refuses a post that is not from a form of this very session. */
  const ownForm: MiddlewareHandler<AgencyEnv<Data>> = async (c, next) => {
    const expected = c.var.session?.formToken;
    if (expected === undefined) return withoutSession(c);
    const { form_token: token } = await postedFields(c);
    if (typeof token !== 'string' || !sameText(token, expected)) return c.text('Forbidden', 403);
    return next();
  };

  /**
   * Step-up: what shows or changes something that must not rest on an open browser asks for an authentication within the
   * last `withinMs`. Stands after `signedIn`. `page` is where to come back to; without it, the page that was asked for.
   */
  const recently =
    (withinMs: number, page?: (c: Context) => string): MiddlewareHandler<AgencyEnv<Data>> =>
    async (c, next) => {
      const at = c.var.session?.confirmedAt.getTime() ?? 0;
      if (now().getTime() - at <= withinMs) return next();
      const { pathname, search } = new URL(c.req.url);
      if (c.req.method === 'POST') await keepForm(c);
      const returnTo = page?.(c) ?? `${pathname}${search}`;
      return c.redirect(`/step-up?${new URLSearchParams({ return_to: returnTo })}`, 303);
    };

  // B11: whoever finds an abandoned screen finds a session at Signet too. What ran out here for want of activity is opened
  // again only by an authentication of its own.
  routes.get('/sign-in', session, async (c) => {
    if (c.var.session !== undefined) return c.redirect(wantedPage(c), 303);
    return toSignet(c, { fresh: (await sessions.readLapsed(c)) !== undefined });
  });

  routes.get('/step-up', session, signedIn, (c) => toSignet(c, { maxAge: STEP_UP_MAX_AGE }));

  routes.get('/callback', async (c) => {
    c.header('Cache-Control', 'no-store');
    const begun = await pending.take(c, c.req.query('state') ?? '');
    if (begun === undefined) {
      // The back button after a finished sign-in: they are in already.
      if ((await sessions.read(c)) !== undefined) return c.redirect(afterSignIn, 303);
      return options.onFailure(c, 'state-mismatch');
    }
    const finished = await relyingParty.finishSignIn(new URL(c.req.url), begun.transaction);
    if (!finished.ok) return options.onFailure(c, finished.error);
    const { fresh, maxAge } = begun.transaction;
    // The same for a browser that no longer brings the cookie; a step-up has asked for enough.
    if (maxAge === undefined && !finished.value.fresh && (await sessions.hasLapsed(finished.value)))
      return toSignet(c, { fresh: true }, begun.returnTo);
    const data = await options.onSignIn(finished.value);
    // What was asked for was checked; from here on this agency's own clock counts, so that two clocks that differ do not
    // send the person round and round.
    const confirmedAt = fresh || maxAge !== undefined ? now() : finished.value.authTime;
    const entered = await sessions.begin(c, finished.value, data, confirmedAt);
    return entered ? c.redirect(begun.returnTo, 303) : options.onFailure(c, 'access-denied');
  });

  routes.get('/session', session, (c) => {
    c.header('Cache-Control', 'no-store');
    return c.body(null, c.var.session === undefined ? 401 : 204);
  });

  // A page that is left for want of activity says what was filled in on it; the session may have run out a moment ago.
  routes.post('/session/form', declaredLimit(ordinaryForm), async (c) => {
    c.header('Cache-Control', 'no-store');
    const page = await keepForm(c);
    return page === undefined ? c.body(null, 401) : c.json({ page });
  });

  routes.post('/sign-out', ...checksBeforeSession(origin), session, ownForm, async (c) => {
    const idToken = c.var.session?.idToken ?? '';
    await sessions.end(c);
    forms.drop(c);
    const away = await relyingParty.signOutUrl(idToken);
    // With Signet out of reach the person is still signed out here; the page says what that means.
    return c.redirect(away.ok ? away.value : `${afterSignOut}?only=here`, 303);
  });

  routes.post('/backchannel-logout', declaredLimit(TOKEN_LIMITS), backchannelLogout(options));

  return { routes, session, signedIn, recently, ownForm };
}

/** Sends a browser to Signet, and remembers the page that it comes back to. */
function waysToSignet<Data>(
  { relyingParty, origin, afterSignIn, languageOf, onFailure }: AgencySignInOptions<Data>,
  pending: ReturnType<typeof pendingSignIns>,
) {
  const wantedPage = (c: Context): string => localPath(c.req.query('return_to'), origin) ?? afterSignIn;

  async function toSignet(c: Context, request: SignInRequest, returnTo = wantedPage(c)): Promise<Response> {
    const language = languageOf?.(c);
    const started = await relyingParty.startSignIn({
      ...request,
      ...(language !== undefined && { uiLocales: language }),
    });
    if (!started.ok) return onFailure(c, started.error);
    await pending.keep(c, { transaction: started.value.transaction, returnTo });
    c.header('Cache-Control', 'no-store');
    return c.redirect(started.value.url, 303);
  }

  return { wantedPage, toSignet };
}

/** Ends here what Signet says has ended there (P4). */
const backchannelLogout =
  <Data>({ relyingParty, sessions }: AgencySignInOptions<Data>) =>
  async (c: Context): Promise<Response> => {
    c.header('Cache-Control', 'no-store');
    const { logout_token: token } = await postedFields(c, TOKEN_LIMITS);
    const order = await relyingParty.verifyLogoutToken(typeof token === 'string' ? token : '');
    if (!order.ok) {
      return order.error === 'signet-unavailable'
        ? c.json({ error: 'temporarily_unavailable' }, 503)
        : c.json({ error: 'invalid_request' }, 400);
    }
    await sessions.end(order.value);
    return c.body(null, 200);
  };

/** Keeps what was filled in on a page when the session runs out, and gives it back there. */
function formKeeping<Data>(
  { origin, afterSignIn, onSessionMissing }: AgencySignInOptions<Data>,
  sessions: ReturnType<typeof browserSessions<Data>>,
  forms: ReturnType<typeof keptForms>,
) {
  /** Gives back what was kept for this page; once it was shown it is kept no longer. */
  const withKeptForm: MiddlewareHandler<AgencyEnv<Data>> = async (c, next) => {
    const subject = c.var.session?.subject ?? '';
    const kept = await forms.find(c, { subject, page: c.req.path });
    c.set('kept', kept);
    await next();
    if (kept !== undefined && c.res.status === 200) forms.drop(c);
  };

  /** The answer to a form that was sent without a session, or too late. */
  async function withoutSession(c: Context): Promise<Response> {
    const page = await keepForm(c);
    return onSessionMissing(c, page ?? afterSignIn, page !== undefined);
  }

  /**
   * Keeps the form that this request posts for the person whose session it was, live or run out: its own token says so.
   * Gives the page that it stands on; undefined where nothing is kept.
   */
  async function keepForm(c: Context): Promise<string | undefined> {
    const lapsed = await sessions.readLapsed(c);
    if (lapsed === undefined) return undefined;
    const { form_token: token, [PAGE_FIELD]: at, ...typed } = await postedFields(c);
    const page = localPath(typeof at === 'string' ? at : undefined, origin);
    if (page === undefined) return undefined;
    if (typeof token !== 'string' || !sameText(token, lapsed.formToken)) return undefined;
    const fields = Object.fromEntries(
      Object.entries(typed).filter((field): field is [string, string] => typeof field[1] === 'string'),
    );
    return (await forms.keep(c, { subject: lapsed.subject, page, fields })) ? page : undefined;
  }

  return { keepForm, withKeptForm, withoutSession };
}
