import { randomBytes } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Circumstances, Presence, Sessions } from '../../modules/authentication/index.ts';
import type { AuthorizationRequest } from '../../modules/federation/index.ts';
import { type Lang, spokenOf } from '../locales/index.ts';
import type { PageFrame } from '../ui/index.ts';

/** What `http` knows about a request before a route sees it. */
export interface Visit {
  readonly lang: Lang;
  /** The browser's session and cookie, when it has one; anonymous until someone signs in. */
  presence: Presence | undefined;
  /** A session that lay too long: nobody is here until a factor of its person resumes it (`resume-routes.tsx`). */
  idle?: Presence | undefined;
  /** Name of the request that this page is on the way to, where the browser's cookie is about to say another. */
  request?: string;
  /** What forms send back. */
  readonly formToken: string;
  /** The client's network address, to count by. */
  readonly source: string;
  /** Where the request comes from and what its browser says of itself. */
  readonly circumstances: Circumstances;
  /** Names this request in the log and on error pages. */
  readonly reference: string;
  readonly sandbox: boolean;
  readonly secureCookies: boolean;
  /** The account is to be deleted then, and may still be kept. */
  closing?: Date;
}

export interface WebEnv {
  Bindings: HttpBindings;
  Variables: { visit: Visit; agencyRequest?: AuthorizationRequest };
}

export type WebContext = Context<WebEnv>;

/** An agency's request that a browser is on its way to answer, as the session's `pending` holds it. */
export interface PendingRequest {
  readonly uid: string;
  readonly agency: string;
  readonly agencyName: { readonly en: string; readonly es: string };
  /** The agency's origin: forms may end in a redirect there, which `form-action` must allow. */
  readonly origin: string;
  /** The agency asks for an authentication no older than this, signed in or not. Milliseconds. */
  readonly freshSince?: number | undefined;
}

const newest = 'request';
const earlier = 'earlierRequests';
const tabsAtMost = 5;

/** Every request under way in this session, the newest first: one a tab. */
function pendingRequests(presence: Presence | undefined): readonly PendingRequest[] {
  const pending = presence?.session.pending;
  const [first, others = []] = [pending?.[newest], pending?.[earlier]] as [
    PendingRequest?,
    PendingRequest[]?,
  ];
  return first ? [first, ...others] : others;
}

const asPending = ([first, ...others]: readonly PendingRequest[]): Record<string, unknown> => ({
  [newest]: first,
  [earlier]: others.length > 0 ? others.slice(0, tabsAtMost - 1) : undefined,
});

/** What `pending` becomes with this request as the newest. */
export const withRequest = (
  presence: Presence | undefined,
  request: PendingRequest,
): Record<string, unknown> =>
  asPending([request, ...pendingRequests(presence).filter(({ uid }) => uid !== request.uid)]);

/** What `pending` becomes without it; undefined where it was not there. */
export function withoutRequest(presence: Presence, uid: string): Record<string, unknown> | undefined {
  const all = pendingRequests(presence);
  const others = all.filter((request) => request.uid !== uid);
  return others.length === all.length ? undefined : asPending(others);
}

/** The request that the tab used last is on its way to. */
export function currentRequest(c: WebContext): PendingRequest | undefined {
  const all = pendingRequests(c.var.visit?.presence);
  const named = namedRequest(c);
  return all.find(({ uid }) => uid === named) ?? all[0];
}

/** The language that the person chose themselves. */
export const langCookie = 'signet_lang';

const requestCookie = 'signet_request';

/**
 * Which request this browser is on its way to answer, beyond the life of its session: who is signed out while
 * looking for a document comes back to where they were. The name alone opens nothing.
 */
export function rememberRequest(c: WebContext, uid: string): void {
  c.var.visit.request = uid;
  setCookie(c, requestCookie, uid, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: c.var.visit.secureCookies,
    maxAge: 7200, // as long as the request itself is kept
  });
}

/** Nothing leads back to this request any more. Another tab's, if there is one, stays. */
export function forgetRequest(c: WebContext, uid: string): void {
  if (namedRequest(c) === uid) deleteCookie(c, requestCookie, { path: '/' });
}

/** The cookie comes first: it follows the tab that was used last, which may be on the way to another agency. */
export const rememberedRequest = (c: WebContext): string | undefined =>
  namedRequest(c) ?? currentRequest(c)?.uid;

/** A form was sent: on with the request that its own page was on the way to. */
export function followTab(c: WebContext, request: unknown): void {
  const uid = nameOf(request);
  if (uid && uid !== namedRequest(c)) rememberRequest(c, uid);
}

const namedRequest = (c: WebContext): string | undefined =>
  nameOf(c.var.visit?.request ?? getCookie(c, requestCookie));

const nameOf = (uid: unknown): string | undefined =>
  typeof uid === 'string' && /^[\w-]{1,64}$/.test(uid) ? uid : undefined;

export const agencyLangCookie = 'signet_agency_lang';

/** The pages go on in the language of the agency's (`ui_locales`), this browser session, unless the person chose one. */
export function speakAs(c: WebContext, uiLocales: readonly string[]): void {
  const lang = spokenOf(uiLocales);
  const { visit } = c.var;
  if (!lang || getCookie(c, langCookie)) return;
  setCookie(c, agencyLangCookie, lang, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: visit.secureCookies,
  });
  c.set('visit', { ...visit, lang });
}

/** What every page of this request shares. */
export function frameOf(c: WebContext): PageFrame {
  const { visit } = c.var;
  const request = currentRequest(c);
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
    agency: request?.agencyName[visit.lang],
    request: request?.uid,
    signedIn,
    closing: visit.closing,
  };
}

export const sessionCookie = (secure: boolean): string => (secure ? '__Host-signet' : 'signet');

/** Takes the session that a use case gave back, and sends its cookie when that is new (B12). */
export function keepPresence(c: WebContext, presence: Presence): void {
  const { visit } = c.var;
  const before = (visit.presence ?? visit.idle)?.cookie.reveal();
  visit.presence = presence;
  visit.idle = undefined;
  const value = presence.cookie.reveal();
  if (value === before) return;
  setCookie(c, sessionCookie(visit.secureCookies), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax', // agencies send people here by a cross-site link
    secure: visit.secureCookies,
  });
  if (presence.session.person) keepDeviceName(c);
}

export const deviceCookie = (secure: boolean): string => (secure ? '__Host-signet_device' : 'signet_device');

/** The longest that browsers keep a cookie. */
const deviceKeptFor = 400 * 86_400; // seconds

/** The browser's own name where it has one of ours, else a new one: random, and kept only once somebody signs in. */
export const deviceNameOf = (cookie: string | undefined): string =>
  cookie && /^[\w-]{43}$/.test(cookie) ? cookie : randomBytes(32).toString('base64url');

function keepDeviceName(c: WebContext): void {
  const { circumstances, secureCookies } = c.var.visit;
  if (!circumstances.device) return;
  setCookie(c, deviceCookie(secureCookies), circumstances.device, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax', // it counts when an agency sends somebody here, too
    secure: secureCookies,
    maxAge: deviceKeptFor,
  });
}

/** The browser's session, begun now if it has none. */
export async function ensurePresence(c: WebContext, sessions: Sessions): Promise<Presence> {
  const { visit } = c.var;
  if (!visit.presence) {
    const previous = visit.idle ? { previous: visit.idle } : {};
    keepPresence(c, await sessions.begin({ from: visit.circumstances, ...previous }));
  }
  if (!visit.presence) throw new Error('a session was begun and not kept');
  return visit.presence;
}

/** POST → redirect → GET, so that reload and back never send a form twice. */
export const seeOther = (c: WebContext, path: string): Response => c.redirect(path, 303);
