import { setCookie } from 'hono/cookie';
import { isToken, newToken } from '../../kernel/index.ts';
import type { Presence, Sessions } from '../../modules/authentication/index.ts';
import type { WebContext } from './visit.ts';

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
  cookie && isToken(cookie) ? cookie : newToken().reveal();

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
