import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Presence, Sessions } from '../modules/authentication/index.ts';
import type { Lang } from './locales/index.ts';
import type { PageFrame } from './ui/index.ts';

/** What `http` knows about a request before a route sees it. */
export interface Visit {
  readonly lang: Lang;
  /** The browser's session and cookie, when it has one; anonymous until someone signs in. */
  presence: Presence | undefined;
  /** What forms send back. */
  readonly formToken: string;
  /** The client's network address, to count by. */
  readonly source: string;
  /** Names this request in the log and on error pages. */
  readonly reference: string;
  readonly sandbox: boolean;
  readonly secureCookies: boolean;
}

export interface WebEnv {
  Bindings: HttpBindings;
  Variables: { visit: Visit };
}

export type WebContext = Context<WebEnv>;

/** The agency's request that a browser is on its way to answer, as the session's `pending.request` holds it. */
export interface PendingRequest {
  readonly uid: string;
  readonly agency: string;
  readonly agencyName: { readonly en: string; readonly es: string };
  /** The agency's origin: forms may end in a redirect there, which `form-action` must allow. */
  readonly origin: string;
  /** The agency asks for an authentication now, signed in or not. */
  readonly fresh: boolean;
}

export function pendingRequest(presence: Presence | undefined): PendingRequest | undefined {
  return presence?.session.pending.request as PendingRequest | undefined;
}

const requestCookie = 'signet_request';

/**
 * Which request this browser is on its way to answer, beyond the life of its session: who is signed out while
 * looking for a document comes back to where they were. The name alone opens nothing.
 */
export function rememberRequest(c: WebContext, uid: string): void {
  setCookie(c, requestCookie, uid, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: c.var.visit.secureCookies,
    maxAge: 7200, // as long as the request itself is kept
  });
}

export const forgetRequest = (c: WebContext): void => void deleteCookie(c, requestCookie, { path: '/' });

export function rememberedRequest(c: WebContext): string | undefined {
  const uid = pendingRequest(c.var.visit.presence)?.uid ?? getCookie(c, requestCookie);
  return uid && /^[\w-]{1,64}$/.test(uid) ? uid : undefined;
}

/** What every page of this request shares. */
export function frameOf(c: WebContext): PageFrame {
  const { visit } = c.var;
  const request = pendingRequest(visit.presence);
  const session = visit.presence?.session;
  const signedIn = session?.person
    ? { idleSeconds: Math.max(1, Math.floor((session.expiresAt.getTime() - Date.now()) / 1000)) }
    : undefined;
  const url = new URL(c.req.url);
  return {
    lang: visit.lang,
    path: url.pathname + url.search,
    csrf: visit.formToken,
    sandbox: visit.sandbox,
    agency: request?.agencyName[visit.lang],
    signedIn,
  };
}

export const sessionCookie = (secure: boolean): string => (secure ? '__Host-signet' : 'signet');

/** Takes the session that a use case gave back, and sends its cookie when that is new (B12). */
export function keepPresence(c: WebContext, presence: Presence): void {
  const { visit } = c.var;
  const before = visit.presence?.cookie.reveal();
  visit.presence = presence;
  const value = presence.cookie.reveal();
  if (value === before) return;
  setCookie(c, sessionCookie(visit.secureCookies), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax', // agencies send people here by a cross-site link
    secure: visit.secureCookies,
  });
}

/** The browser's session, begun now if it has none. */
export async function ensurePresence(c: WebContext, sessions: Sessions): Promise<Presence> {
  const { visit } = c.var;
  if (!visit.presence) keepPresence(c, await sessions.begin({}));
  if (!visit.presence) throw new Error('a session was begun and not kept');
  return visit.presence;
}

/** POST → redirect → GET, so that reload and back never send a form twice. */
export const seeOther = (c: WebContext, path: string): Response => c.redirect(path, 303);
