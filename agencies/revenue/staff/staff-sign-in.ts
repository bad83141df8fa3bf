import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import {
  createAgencySignIn,
  postgresSessionStore,
  type SessionStore,
} from '../../../packages/relying-party/hono/index.ts';
import {
  createRelyingParty,
  type RelyingPartyOptions,
  type SignInFailure,
} from '../../../packages/relying-party/index.ts';
import { sessionLimits, staffAcrValues, staffPaths } from '../config.ts';
import type { RevenueDatabase } from '../database/open.ts';

/** Who signed in; whether they are staff is asked at every request. */
export interface StaffSession {
  readonly subject: string;
}

export interface StaffSignInDeps {
  readonly relyingParty: RelyingPartyOptions;
  readonly origin: string;
  readonly cookieKey: Uint8Array;
  readonly database: RevenueDatabase;
  readonly now: () => Date;
  readonly languageOf: (c: Context) => string;
  readonly onFailure: (c: Context, failure: SignInFailure) => Response | Promise<Response>;
  readonly onSessionMissing: (c: Context, returnTo: string) => Response | Promise<Response>;
}

/**
 * A session of another kind in the same table, so that a logout order from Signet ends both. Its rows are found by
 * another hash: a staff cookie's value in a taxpayer's cookie opens nothing, nor the other way round.
 */
function apart(store: SessionStore): SessionStore {
  const hashed = (idHash: Uint8Array): Uint8Array =>
    createHash('sha256').update('staff').update(idHash).digest();
  return {
    add: (session, now) => store.add({ ...session, idHash: hashed(session.idHash) }, now),
    touch: (idHash, now, idleSince) => store.touch(hashed(idHash), now, idleSince),
    find: (idHash) => store.find(hashed(idHash)),
    remove: (idHash) => store.remove(hashed(idHash)),
    end: (order) => store.end(order),
  };
}

/** Staff sign in with a key that answers only the true site, and share nothing but who they are here. */
export const createStaffSignIn = (deps: StaffSignInDeps) =>
  createAgencySignIn<StaffSession>({
    relyingParty: createRelyingParty({
      ...deps.relyingParty,
      redirectUri: `${deps.origin}${staffPaths.callback}`,
      postLogoutRedirectUri: `${deps.origin}${staffPaths.signedOut}`,
      scope: 'openid',
      acrValues: staffAcrValues,
    }),
    origin: deps.origin,
    cookieName: 'revenue_staff',
    cookieKey: deps.cookieKey,
    sessions: apart(postgresSessionStore(deps.database.pool)),
    limits: sessionLimits,
    afterSignIn: staffPaths.home,
    afterSignOut: staffPaths.signedOut,
    now: deps.now,
    languageOf: deps.languageOf,
    onFailure: deps.onFailure,
    onSessionMissing: deps.onSessionMissing,
    onSignIn: async ({ sub }) => ({ subject: sub }),
  });
