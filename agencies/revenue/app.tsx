import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import type { RelyingPartyOptions, SignInFailure } from '../../packages/relying-party/index.ts';
import { accountRoutes } from './account-routes.tsx';
import { postgresAccounts } from './accounts/postgres-accounts.ts';
import { frameOf, page, type RevenueEnv } from './answer.ts';
import { type LogEvent, paths, type RevenueKeys } from './config.ts';
import type { RevenueDatabase } from './database/open.ts';
import { keepLanguage, langOf } from './language.ts';
import { HomePage } from './pages/home.tsx';
import {
  FaultPage,
  NotFoundPage,
  SessionMissingPage,
  SignedOutPage,
  SignInProblemPage,
} from './pages/notices.tsx';
import { postgresTaxpayers } from './records/postgres-taxpayers.ts';
import { createRevenueSignIn } from './sign-in/sign-in.ts';
import { assets } from './ui/assets.ts';

export interface RevenueAppDeps {
  readonly origin: string;
  readonly relyingParty: RelyingPartyOptions;
  readonly database: RevenueDatabase;
  readonly keys: RevenueKeys;
  readonly now: () => Date;
  readonly log: (event: LogEvent) => void;
}

/** Nothing from elsewhere, no script; forms go here, and on to Signet at sign-out. */
const headers = (issuer: string) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      formAction: ["'self'", new URL(issuer).origin],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
    crossOriginOpenerPolicy: 'same-origin',
  });

const STATUS_OF = { 'signet-unavailable': 503, 'access-denied': 200 } as const;

const statusOf = (failure: SignInFailure) =>
  failure === 'signet-unavailable' || failure === 'access-denied' ? STATUS_OF[failure] : 400;

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
    onFailure(c: Context<RevenueEnv>, failure) {
      log({ level: failure === 'access-denied' ? 'info' : 'warn', event: 'sign-in-failed', detail: failure });
      return page(c, <SignInProblemPage frame={frameOf(c, '/')} failure={failure} />, statusOf(failure));
    },
    onSessionMissing: (c: Context<RevenueEnv>, returnTo) =>
      page(c, <SessionMissingPage frame={frameOf(c)} returnTo={returnTo} />, 401),
  });

  const app = new Hono<RevenueEnv>();
  app.use(headers(deps.relyingParty.issuer), keepLanguage);
  for (const { route, type, body } of Object.values(assets)) {
    app.get(route, (c) =>
      c.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' }),
    );
  }
  app.route('/', signIn.routes);
  app.get('/', signIn.session, (c) => page(c, <HomePage frame={frameOf(c)} />));
  app.get(paths.signedOut, (c) =>
    page(c, <SignedOutPage frame={frameOf(c)} onlyHere={c.req.query('only') === 'here'} />),
  );
  for (const guarded of ['/account', '/transcripts/*', '/no-record']) {
    app.use(guarded, signIn.session, signIn.signedIn);
  }
  app.route('/', accountRoutes({ taxpayers, accounts: postgresAccounts(database.db), now }));

  app.notFound((c) => page(c, <NotFoundPage frame={frameOf(c)} />, 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    log({ level: 'error', event: 'fault', detail: whereOf(error) });
    return page(c, <FaultPage frame={frameOf(c, '/')} />, 500);
  });
  return app;
}

/** The kind of a fault and where it happened. Its message may quote what a person sent, so it is left out. */
const whereOf = (error: Error): string =>
  `${error.name} ${(error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 4)
    .map((line) => line.trim())
    .join(' ')}`;
