import {
  createRelyingParty,
  isSignInFailure,
  type RelyingPartyOptions,
  type SignInFailure,
} from '@signet/relying-party';
import {
  agencyHeaders,
  createAgencySignIn,
  describeFault,
  postgresSessionStore,
  serveStaticFiles,
} from '@signet/relying-party/hono';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { postgresClaims } from '../claims/postgres-claims.ts';
import { type BenefitsKeys, type LogEvent, paths, sessionLimits } from '../config/config.ts';
import type { BenefitsDatabase } from '../database/open.ts';
import { HomePage } from '../home/home-page.tsx';
import { type BenefitsEnv, frameOf, page } from '../http/answer.ts';
import { keepLanguage, langOf } from '../locales/index.ts';
import { type VerifiedPerson, verifiedPerson } from '../sign-in/verified-person.ts';
import { assets } from '../ui/assets.ts';
import {
  SessionMissingPage,
  type SignedOut,
  SignedOutPage,
  SignInProblemPage,
  TroublePage,
} from '../ui/problem-pages.tsx';
import { ownPages } from './signed-in-pages.tsx';

/** No form here is near it, in bytes. */
const formLimit = 64 * 1024;

export interface BenefitsAppDeps {
  readonly origin: string;
  readonly relyingParty: RelyingPartyOptions;
  readonly database: BenefitsDatabase;
  readonly keys: BenefitsKeys;
  readonly now: () => Date;
  readonly log: (event: LogEvent) => void;
}

/** A refusal of consent is no error; an unreachable Signet is one of ours, for whoever watches the site. */
function statusOf(failure: SignInFailure): 200 | 400 | 503 {
  if (failure === 'access-denied') return 200;
  return failure === 'signet-unavailable' ? 503 : 400;
}

function howSignedOut(c: Context): SignedOut {
  const { away, return_to: formPage, only } = c.req.query();
  if (away !== undefined) return { why: 'away', formPage };
  return { why: only === 'here' ? 'only-here' : 'all' };
}

/** The office's site: what any agency needs to sign people in with Signet, and one page of its own. */
export function createBenefitsApp({ origin, relyingParty, database, keys, now, log }: BenefitsAppDeps) {
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
    now,
    onSignIn: async (result) => verifiedPerson(result),
    onFailure(c, failure) {
      log({ level: failure === 'access-denied' ? 'info' : 'warn', event: 'sign-in-failed', detail: failure });
      return c.redirect(`${paths.problem}/${failure}`, 303);
    },
    onSessionMissing: (c: Context<BenefitsEnv>, returnTo, kept) =>
      page(c, <SessionMissingPage frame={frameOf(c)} returnTo={returnTo} kept={kept} />, 401),
  });

  const app = new Hono<BenefitsEnv>();
  app.use(agencyHeaders(relyingParty.issuer), keepLanguage, bodyLimit({ maxSize: formLimit }));
  serveStaticFiles(app, Object.values(assets));
  app.route('/', signIn.routes);
  app.get('/', signIn.session, (c) => page(c, <HomePage frame={frameOf(c)} />));
  app.route('/', ownPages(signIn, { claims: postgresClaims(database.db, keys), now }));
  app.get(paths.signedOut, (c) => page(c, <SignedOutPage frame={frameOf(c)} left={howSignedOut(c)} />));
  app.get(`${paths.problem}/:failure`, (c) => {
    const failure = c.req.param('failure');
    if (!isSignInFailure(failure)) return c.notFound();
    return page(c, <SignInProblemPage frame={frameOf(c)} failure={failure} />, statusOf(failure));
  });

  app.notFound((c) => page(c, <TroublePage frame={frameOf(c)} kind="notFound" />, 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    log({ level: 'error', event: 'fault', detail: describeFault(error) });
    return page(c, <TroublePage frame={frameOf(c, '/')} kind="fault" />, 500);
  });
  return app;
}
