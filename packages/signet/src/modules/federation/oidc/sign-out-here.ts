import type { Provider } from 'oidc-provider';
import type { Authentication, Sessions } from '../../authentication/index.ts';

/** Signet's own session in the browser, and the name of the cookie that opens it. */
export interface BrowserSession {
  readonly sessions: Pick<Sessions, 'load'>;
  readonly signOut: Authentication['session']['signOut'];
  readonly sessionCookie: string;
}

/**
 * "Sign out everywhere", asked at an agency (P4), ends the session here as well: otherwise the next request of any
 * agency would sign the person in again without a question. A session of somebody else in this browser stays.
 */
export function signOutHereToo(
  provider: Provider,
  { sessions, signOut, sessionCookie }: BrowserSession,
): void {
  provider.use(async (ctx, next) => {
    await next();
    const { oidc } = ctx;
    if (oidc?.route !== 'end_session_confirm' || ctx.status !== 303 || !oidc.params?.logout) return;
    const cookie = ctx.cookies.get(sessionCookie, { signed: false });
    const presence = cookie ? await sessions.load(cookie) : undefined;
    if (!presence?.session.person || presence.session.person !== oidc.session?.accountId) return;
    await signOut(presence);
    ctx.cookies.set(sessionCookie, null, { signed: false, path: '/', httpOnly: true, sameSite: 'lax' });
  });
}
