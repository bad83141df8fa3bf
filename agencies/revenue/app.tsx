import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { agencyHeaders, describeFault, serveStaticFiles } from '../../packages/relying-party/hono/index.ts';
import {
  isSignInFailure,
  type RelyingPartyOptions,
  type SignInFailure,
} from '../../packages/relying-party/index.ts';
import { postgresAccessLog } from './access/postgres-access-log.ts';
import { accountRoutes } from './account-routes.tsx';
import { postgresAccounts } from './accounts/postgres-accounts.ts';
import { frameOf, page, type RevenueEnv } from './answer.ts';
import { bankAccountRoutes } from './bank-account-routes.tsx';
import { type LogEvent, paths, type RevenueKeys } from './config.ts';
import type { RevenueDatabase } from './database/open.ts';
import { postgresDocuments } from './documents/postgres-documents.ts';
import { keepLanguage, langOf } from './language.ts';
import { HomePage } from './pages/home.tsx';
import {
  FaultPage,
  NotFoundPage,
  SessionMissingPage,
  SignedOutPage,
  SignInProblemPage,
} from './pages/notices.tsx';
import { paymentRoutes } from './payment-routes.tsx';
import type { Bank } from './payments/bank.ts';
import { changeBankAccounts } from './payments/change-bank-accounts.ts';
import { createPayments } from './payments/payments.ts';
import { postgresBankAccounts } from './payments/postgres-bank-accounts.ts';
import { postgresTaxpayers } from './records/postgres-taxpayers.ts';
import { createRevenueSignIn } from './sign-in/sign-in.ts';
import { transcriptRoutes } from './transcript-routes.tsx';
import { assets } from './ui/assets.ts';

export interface RevenueAppDeps {
  readonly origin: string;
  readonly relyingParty: RelyingPartyOptions;
  readonly database: RevenueDatabase;
  readonly keys: RevenueKeys;
  readonly bank: Bank;
  readonly now: () => Date;
  readonly log: (event: LogEvent) => void;
}

/** How old an authentication may be where more is asked for than a session (T10). */
const recentMs = 10 * 60_000;

/** A refusal of consent is no error; an unreachable Signet is one of ours, for whoever watches the site. */
function statusOf(failure: SignInFailure): 200 | 400 | 503 {
  if (failure === 'access-denied') return 200;
  return failure === 'signet-unavailable' ? 503 : 400;
}

function whySignedOut(c: Context): 'away' | 'only-here' | 'all' {
  if (c.req.query('away') !== undefined) return 'away';
  return c.req.query('only') === 'here' ? 'only-here' : 'all';
}

/** The department's site. */
export function createRevenueApp(deps: RevenueAppDeps): Hono<RevenueEnv> {
  const { database, keys, bank, now, log } = deps;
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
    onSessionMissing: (c: Context<RevenueEnv>, returnTo) =>
      page(c, <SessionMissingPage frame={frameOf(c)} returnTo={returnTo} />, 401),
  });

  const app = new Hono<RevenueEnv>();
  app.use(agencyHeaders(deps.relyingParty.issuer), keepLanguage);
  serveStaticFiles(app, Object.values(assets));
  app.route('/', signIn.routes);
  app.get('/', signIn.session, (c) => page(c, <HomePage frame={frameOf(c)} />));
  app.get(paths.signedOut, (c) => page(c, <SignedOutPage frame={frameOf(c)} why={whySignedOut(c)} />));
  app.get(`${paths.problem}/:failure`, (c) => {
    const failure = c.req.param('failure');
    if (!isSignInFailure(failure)) return c.notFound();
    return page(c, <SignInProblemPage frame={frameOf(c)} failure={failure} />, statusOf(failure));
  });
  for (const guarded of ['/account', '/transcripts/*', '/payments/*', '/bank-accounts/*', '/no-record']) {
    app.use(guarded, signIn.session, signIn.signedIn);
  }
  const accounts = postgresAccounts(database.db, keys);
  app.route('/', accountRoutes({ taxpayers, accounts, now }));
  app.route(
    '/',
    transcriptRoutes({
      taxpayers,
      accounts,
      documents: postgresDocuments(database.db, keys),
      accessLog: postgresAccessLog(database.db),
      recently: signIn.recently(recentMs),
      now,
    }),
  );
  const bankAccounts = postgresBankAccounts(database.db, keys);
  app.route(
    '/',
    paymentRoutes({
      taxpayers,
      accounts,
      payments: createPayments({ db: database.db, keys, now }),
      bankAccounts,
      ownForm: signIn.ownForm,
      now,
    }),
  );
  app.route(
    '/',
    bankAccountRoutes({
      taxpayers,
      bankAccounts,
      changes: changeBankAccounts({
        db: database.db,
        keys,
        bank,
        now,
        onSilence: (cause) => log({ level: 'warn', event: 'bank-silent', detail: describeFault(cause) }),
      }),
      ownForm: signIn.ownForm,
      recently: (back) => signIn.recently(recentMs, back),
    }),
  );

  app.notFound((c) => page(c, <NotFoundPage frame={frameOf(c)} />, 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    log({ level: 'error', event: 'fault', detail: describeFault(error) });
    return page(c, <FaultPage frame={frameOf(c, '/')} />, 500);
  });
  return app;
}
