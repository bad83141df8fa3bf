import { isSignInFailure, type RelyingPartyOptions } from '@signet/relying-party';
import { agencyHeaders, describeFault, serveStaticFiles } from '@signet/relying-party/hono';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { Bank } from '../bank/bank.ts';
import { type LogEvent, paths, type RevenueKeys, refundPaths, staffPaths } from '../config/config.ts';
import type { RevenueDatabase } from '../database/open.ts';
import { HomePage } from '../home/home-page.tsx';
import { frameOf, page, type RevenueEnv, statusOf } from '../http/answer.ts';
import { keepLanguage, langOf } from '../http/language.ts';
import { postgresTaxpayers } from '../records/taxpayers/postgres-taxpayers.ts';
import { refundRoutes } from '../refund-tool/refund-routes.tsx';
import { createRevenueSignIn } from '../sign-in/sign-in.ts';
import { staffRoutes } from '../staff/staff-routes.tsx';
import { assets } from '../ui/assets.ts';
import {
  FaultPage,
  NotFoundPage,
  SessionMissingPage,
  type SignedOut,
  SignedOutPage,
  SignInProblemPage,
} from '../ui/problem-pages.tsx';
import { ownPages } from './signed-in-pages.ts';

/** No form here is near it, in bytes. */
const formLimit = 64 * 1024;

export interface RevenueAppDeps {
  readonly origin: string;
  readonly relyingParty: RelyingPartyOptions;
  readonly database: RevenueDatabase;
  readonly keys: RevenueKeys;
  readonly bank: Bank;
  readonly now: () => Date;
  readonly log: (event: LogEvent) => void;
}

function howSignedOut(c: Context): SignedOut {
  const { away, return_to: formPage, only } = c.req.query();
  if (away !== undefined) return { why: 'away', formPage };
  return { why: only === 'here' ? 'only-here' : 'all' };
}

/** The department's site. */
export function createRevenueApp(deps: RevenueAppDeps): Hono<RevenueEnv> {
  const { database, keys, now, log } = deps;
  const taxpayers = postgresTaxpayers(database.db, keys);
  const signIn = createRevenueSignIn({
    relyingParty: deps.relyingParty,
    origin: deps.origin,
    cookieKey: keys.cookie,
    database,
    taxpayers,
    now,
    languageOf: langOf,
    onFailure(c, failure) {
      log({ level: failure === 'access-denied' ? 'info' : 'warn', event: 'sign-in-failed', detail: failure });
      // Away from the address with the answer in it, to one that can be read again in the other language.
      return c.redirect(`${paths.problem}/${failure}`, 303);
    },
    onSessionMissing: (c: Context<RevenueEnv>, returnTo, kept) =>
      page(c, <SessionMissingPage frame={frameOf(c)} returnTo={returnTo} kept={kept} />, 401),
  });

  const app = new Hono<RevenueEnv>();
  app.use(agencyHeaders(deps.relyingParty.issuer), keepLanguage, bodyLimit({ maxSize: formLimit }));
  serveStaticFiles(app, Object.values(assets));
  app.route('/', signIn.routes);
  app.get('/', signIn.session, (c) => page(c, <HomePage frame={frameOf(c)} />));
  app.get(paths.signedOut, (c) => page(c, <SignedOutPage frame={frameOf(c)} left={howSignedOut(c)} />));
  app.get(`${paths.problem}/:failure`, (c) => {
    const failure = c.req.param('failure');
    if (!isSignInFailure(failure)) return c.notFound();
    return page(c, <SignInProblemPage frame={frameOf(c)} failure={failure} />, statusOf(failure));
  });
  app.route(staffPaths.home, staffRoutes({ ...deps, taxpayers }));
  app.route(refundPaths.home, refundRoutes(deps));
  app.route('/', ownPages({ ...deps, signIn, taxpayers }));

  app.notFound((c) => page(c, <NotFoundPage frame={frameOf(c)} />, 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    log({ level: 'error', event: 'fault', detail: describeFault(error) });
    return page(c, <FaultPage frame={frameOf(c, '/')} />, 500);
  });
  return app;
}
