import { createRelyingParty, type RelyingPartyOptions, type SignInFailure } from '@signet/relying-party';
import { createAgencySignIn, postgresSessionStore } from '@signet/relying-party/hono';
import type { Context } from 'hono';
import { paths, sessionLimits } from '../config/config.ts';
import type { RevenueDatabase } from '../database/open.ts';
import { knownPeople } from '../records/taxpayers/known-people.ts';
import type { Taxpayers } from '../records/taxpayers/postgres-taxpayers.ts';
import type { CustomerFileNumber } from '../records/taxpayers/taxpayer.ts';
import { provenIdentity } from './proven-identity.ts';
import { type SignetStatement, signetStatement } from './signet-statement.ts';

/** What the department remembers of a signed-in person, sealed under their own cookie. No taxpayer number. */
export interface RevenueSession {
  /** Which file is theirs, if any. */
  readonly customerFileNumber: CustomerFileNumber | null;
  /** For their own profile page only; not kept of who has no file. */
  readonly told?: SignetStatement;
}

export interface SignInNeeds {
  readonly relyingParty: RelyingPartyOptions;
  readonly origin: string;
  readonly cookieKey: Uint8Array;
  readonly database: RevenueDatabase;
  readonly taxpayers: Taxpayers;
  readonly now: () => Date;
  readonly languageOf: (c: Context) => string;
  readonly onFailure: (c: Context, failure: SignInFailure) => Response | Promise<Response>;
  readonly onSessionMissing: (c: Context, returnTo: string, kept: boolean) => Response | Promise<Response>;
}

/** The department's sign-in: the shared one, and at its end the look into the master file. */
export const createRevenueSignIn = (needs: SignInNeeds) =>
  createAgencySignIn<RevenueSession>({
    relyingParty: createRelyingParty(needs.relyingParty),
    origin: needs.origin,
    cookieName: 'revenue_session',
    cookieKey: needs.cookieKey,
    sessions: postgresSessionStore(needs.database.pool),
    limits: sessionLimits,
    afterSignIn: paths.account,
    afterSignOut: paths.signedOut,
    now: needs.now,
    languageOf: needs.languageOf,
    onFailure: needs.onFailure,
    onSessionMissing: needs.onSessionMissing,
    async onSignIn(signIn) {
      const proven = provenIdentity(signIn);
      const file = proven === undefined ? undefined : await needs.taxpayers.findProven(proven);
      await knownPeople(needs.database.db).note(signIn.sub, file);
      if (file === undefined) return { customerFileNumber: null };
      const told = signetStatement(signIn);
      return { customerFileNumber: file, ...(told && { told }) };
    },
  });

export type RevenueSignIn = ReturnType<typeof createRevenueSignIn>;
