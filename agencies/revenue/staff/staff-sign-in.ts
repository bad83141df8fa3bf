import { createRelyingParty, type RelyingPartyOptions, type SignInFailure } from '@signet/relying-party';
import { createAgencySignIn, postgresSessionStore } from '@signet/relying-party/hono';
import type { Context } from 'hono';
import { sessionLimits, staffAcrValues, staffPaths } from '../config/config.ts';
import type { RevenueDatabase } from '../database/open.ts';
import { separateSessions } from '../sign-in/index.ts';

export interface StaffSignInNeeds {
  readonly relyingParty: RelyingPartyOptions;
  readonly origin: string;
  readonly cookieKey: Uint8Array;
  readonly database: RevenueDatabase;
  readonly now: () => Date;
  readonly languageOf: (c: Context) => string;
  readonly onFailure: (c: Context, failure: SignInFailure) => Response | Promise<Response>;
  readonly onSessionMissing: (c: Context, returnTo: string) => Response | Promise<Response>;
}

/** Staff sign in with a key that answers only the true site, and share nothing but who they are here. */
export const createStaffSignIn = (needs: StaffSignInNeeds) =>
  createAgencySignIn<null>({
    relyingParty: createRelyingParty({
      ...needs.relyingParty,
      redirectUri: `${needs.origin}${staffPaths.callback}`,
      postLogoutRedirectUri: `${needs.origin}${staffPaths.signedOut}`,
      scope: 'openid',
      acrValues: staffAcrValues,
    }),
    origin: needs.origin,
    cookieName: 'revenue_staff',
    cookieKey: needs.cookieKey,
    sessions: separateSessions(postgresSessionStore(needs.database.pool), 'staff'),
    limits: sessionLimits,
    afterSignIn: staffPaths.home,
    afterSignOut: staffPaths.signedOut,
    now: needs.now,
    languageOf: needs.languageOf,
    onFailure: needs.onFailure,
    onSessionMissing: needs.onSessionMissing,
    onSignIn: async () => null, // whether they are staff is asked at every request
  });
