import type { Clock } from '@signet/agencies-ui/clock';
import type { Frame } from '@signet/agencies-ui/pages';
import { createSite, type LogEvent, mountSignInPages, onSignInFailure } from '@signet/agencies-ui/site';
import { createRelyingParty, type RelyingPartyOptions } from '@signet/relying-party';
import { createAgencySignIn, postgresSessionStore } from '@signet/relying-party/hono';
import type { Context } from 'hono';
import { postgresClaims } from '../claims/postgres-claims.ts';
import { type BenefitsKeys, paths, sessionLimits } from '../config/config.ts';
import type { BenefitsDatabase } from '../database/open.ts';
import { HomePage } from '../home/home-page.tsx';
import { type BenefitsEnv, frameOf, page } from '../http/answer.ts';
import { keepLanguage, langOf, words } from '../locales/index.ts';
import { type VerifiedPerson, verifiedPerson } from '../sign-in/verified-person.ts';
import { files, icon, touchIcon } from '../ui/assets.ts';
import { problemPages, SessionMissingPage } from '../ui/problem-pages.tsx';
import { ownPages } from './signed-in-pages.tsx';

export interface BenefitsAppNeeds {
  readonly origin: string;
  readonly relyingParty: RelyingPartyOptions;
  readonly database: BenefitsDatabase;
  readonly keys: BenefitsKeys;
  readonly clock: Clock;
  readonly log: (event: LogEvent) => void;
}

/** The office's site: what any agency needs to sign people in with Signet, and one page of its own. */
export function createBenefitsApp({ origin, relyingParty, database, keys, clock, log }: BenefitsAppNeeds) {
  const signIn = createAgencySignIn<VerifiedPerson | null>({
    relyingParty: createRelyingParty(relyingParty),
    origin,
    cookieName: 'benefits_session',
    cookieKey: keys.cookie,
    sessions: postgresSessionStore(database.pool),
    limits: sessionLimits,
    afterSignIn: paths.welcome,
    afterSignOut: paths.signedOut,
    languageOf: langOf,
    now: clock.now,
    onSignIn: async (result) => verifiedPerson(result),
    onFailure: onSignInFailure(log, paths.problem),
    onSessionMissing: (c: Context<BenefitsEnv>, returnTo, kept) =>
      page(c, <SessionMissingPage frame={frameOf(c)} returnTo={returnTo} kept={kept} />, 401),
  });

  const framing = { pages: problemPages, frameOf };
  const app = createSite<BenefitsEnv, Frame>({
    ...framing,
    issuer: relyingParty.issuer,
    keepLanguage,
    files,
    icon,
    onPhones: { name: words('en').agency, touchIcon, color: '#8f3519' },
    publicPages: [],
    log,
  });
  app.route('/', signIn.routes);
  app.get('/', signIn.session, (c) => page(c, <HomePage frame={frameOf(c)} />));
  app.route(
    '/',
    ownPages(signIn, { claims: postgresClaims(database.db, keys), clock, issuer: relyingParty.issuer }),
  );
  mountSignInPages(app, { ...framing, paths });
  return app;
}
