import { errors, type Provider } from 'oidc-provider';
import { lookupUnder } from '../../vault/index.ts';
import type { JoinedAgencySession } from './artifacts/index.ts';
import type { BrowserSession } from './sign-out-here.ts';

/** Where an interaction's result names the session of ours that it was answered from. */
export const answeredFrom = 'answeredFrom';

type Context = Parameters<Parameters<Provider['use']>[0]>[0];

/** By a hash of its `ref`: the table of sessions does not say at a glance at which agencies somebody is. */
export const sessionLookup = (ref: string): Buffer => lookupUnder(ref, 'agency-session');

/** What the answer that goes on in this request says of it; undefined where none does. */
const refOf = ({ oidc }: Context): unknown =>
  (oidc?.result as Record<string, unknown> | undefined)?.[answeredFrom];

export type SessionHere = Pick<BrowserSession, 'sessionCookie' | 'sessions'>;

/** The `ref` of the session of ours that this browser is signed in by. */
export async function refHere(
  ctx: Context,
  { sessions, sessionCookie }: SessionHere,
): Promise<string | undefined> {
  const cookie = ctx.cookies.get(sessionCookie, { signed: false });
  const { session } = (cookie ? await sessions.load(cookie) : undefined) ?? {};
  return session?.person && session.ref;
}

/**
 * An answer goes on only in the session that it was given in, while that stands (P4): somebody may have kept its address and
 * the request's cookies until the person had signed out.
 */
export function refuseWithoutSession(ctx: Context, here: string | undefined): void {
  const ref = refOf(ctx);
  if (ref !== undefined && ref !== here)
    throw new errors.SessionNotFound('the session that it was answered from is over, or another browser’s');
}

/** The agency that this request answered, and the session there; undefined at any other request. */
export function joinedSession(ctx: Context): JoinedAgencySession | undefined {
  const { oidc } = ctx;
  const ref = refOf(ctx);
  const agency = oidc?.client?.clientId;
  const { session } = oidc ?? {};
  if (typeof ref !== 'string' || !agency || !session?.accountId) return undefined;
  const sid = session.sidFor(agency);
  const grant = session.grantIdFor(agency);
  if (!sid || !grant) return undefined;
  return {
    session: sessionLookup(ref),
    agency,
    sid,
    providerSession: lookupUnder(session.id, 'Session'),
    grantLookup: lookupUnder(grant, 'Grant'),
    expiresIn: aDay,
  };
}

/** As long as the provider's session lasts at the most, in seconds. */
const aDay = 86_400;
