import { createRelyingParty, type RelyingPartyOptions, type SignInFailure } from '@signet/relying-party';
import { createAgencySignIn, postgresSessionStore } from '@signet/relying-party/hono';
import type { Context } from 'hono';
import { paths, refundAcrValues, refundPaths, sessionLimits } from '../config/config.ts';
import type { RevenueDatabase } from '../database/open.ts';
import { separateSessions } from '../sign-in/index.ts';

export interface RefundSignInNeeds {
  readonly relyingParty: RelyingPartyOptions;
  readonly origin: string;
  readonly cookieKey: Uint8Array;
  readonly database: RevenueDatabase;
  readonly now: () => Date;
  readonly languageOf: (c: Context) => string;
  readonly onFailure: (c: Context, failure: SignInFailure) => Response | Promise<Response>;
  readonly onSessionMissing: (c: Context) => Response | Promise<Response>;
}

/**
 * A sign-in that asks for as little as there is: no proof of identity, no details, AAL1. Its sessions open the refund tool
 * and nothing of a tax account.
 */
export const createRefundSignIn = (needs: RefundSignInNeeds) =>
  createAgencySignIn<null>({
    relyingParty: createRelyingParty({
      ...needs.relyingParty,
      redirectUri: `${needs.origin}${refundPaths.callback}`,
      scope: 'openid',
      acrValues: refundAcrValues,
    }),
    origin: needs.origin,
    cookieName: 'revenue_refund',
    cookieKey: needs.cookieKey,
    sessions: separateSessions(postgresSessionStore(needs.database.pool), 'refund-tool'),
    limits: sessionLimits,
    afterSignIn: refundPaths.home,
    afterSignOut: paths.signedOut,
    now: needs.now,
    languageOf: needs.languageOf,
    onFailure: needs.onFailure,
    onSessionMissing: needs.onSessionMissing,
    onSignIn: async () => null, // who asks is in the session; nothing else is known of them without a proof
  });
