import { describeFault } from '@signet/relying-party/hono';
import { type Context, Hono } from 'hono';
import { postgresAccessLog } from './access/postgres-access-log.ts';
import { accountRoutes } from './account-routes.tsx';
import { postgresAccounts } from './accounts/postgres-accounts.ts';
import type { RevenueEnv } from './answer.ts';
import { bankAccountRoutes } from './bank-account-routes.tsx';
import type { LogEvent, RevenueKeys } from './config.ts';
import type { RevenueDatabase } from './database/open.ts';
import { postgresDocuments } from './documents/postgres-documents.ts';
import { filingRoutes } from './filing-routes.tsx';
import { letterRoutes } from './letter-routes.tsx';
import { postgresLetters } from './letters/postgres-letters.ts';
import { createProofs } from './letters/proofs.ts';
import { paymentRoutes } from './payment-routes.tsx';
import type { Bank } from './payments/bank.ts';
import { changeBankAccounts } from './payments/change-bank-accounts.ts';
import { owedBalances } from './payments/owed-balances.ts';
import { createPayments } from './payments/payments.ts';
import { postgresBankAccounts } from './payments/postgres-bank-accounts.ts';
import { postgresPayments } from './payments/postgres-payments.ts';
import { planRoutes } from './plan-routes.tsx';
import { createPlans } from './plans/plans.ts';
import { professionalRoutes } from './professional-routes.tsx';
import { createAuthorizations } from './professionals/authorize.ts';
import { profileRoutes } from './profile-routes.tsx';
import type { Taxpayers } from './records/postgres-taxpayers.ts';
import { papersByYear } from './returns/papers-by-year.ts';
import { postgresFilings } from './returns/postgres-filings.ts';
import type { RevenueSignIn } from './sign-in/sign-in.ts';
import { transcriptRoutes } from './transcript-routes.tsx';

/** How old an authentication may be where more is asked for than a session (T10). */
const recentMs = 10 * 60_000;

/** What only its person sees: each begins with one of these. */
const guarded = [
  '/account',
  '/profile',
  '/professionals/*',
  '/transcripts/*',
  '/filings',
  '/documents/*',
  '/letters/*',
  '/payments/*',
  '/plans/*',
  '/bank-accounts/*',
  '/no-record',
] as const;

export interface OwnPagesDeps {
  readonly signIn: RevenueSignIn;
  readonly taxpayers: Taxpayers;
  readonly database: RevenueDatabase;
  readonly keys: RevenueKeys;
  readonly bank: Bank;
  readonly now: () => Date;
  readonly log: (event: LogEvent) => void;
}

/** Every page behind the sign-in, with its guard. */
export function ownPages({ signIn, taxpayers, database, keys, bank, now, log }: OwnPagesDeps) {
  const { db } = database;
  const { ownForm } = signIn;
  const accounts = postgresAccounts(db, keys);
  const documents = postgresDocuments(db, keys);
  const bankAccounts = postgresBankAccounts(db, keys);
  const payments = createPayments({ db, keys, now });
  const balances = owedBalances(accounts, postgresPayments(db));
  const plans = createPlans({ db, keys, now });
  const records = { taxpayers, accounts, documents, now };
  const recently = (back?: (c: Context) => string) => signIn.recently(recentMs, back);
  const accessLog = postgresAccessLog(db);
  const letters = postgresLetters(db);
  const filings = postgresFilings(db);
  const papers = papersByYear({ accounts, documents, filings });
  const onSilence = (cause: unknown): void =>
    log({ level: 'warn', event: 'bank-silent', detail: describeFault(cause) });

  const pages = new Hono<RevenueEnv>();
  for (const path of guarded) pages.use(path, signIn.session, signIn.signedIn);
  pages.route('/', accountRoutes({ taxpayers, accounts, papers, letters, balances, payments, plans, now }));
  pages.route('/', transcriptRoutes({ ...records, accessLog, recently: recently() }));
  pages.route('/', profileRoutes({ taxpayers, accessLog, now }));
  const authorizations = createAuthorizations({ db, now });
  pages.route('/', professionalRoutes({ taxpayers, papers, authorizations, ownForm, recently, now }));
  pages.route('/', filingRoutes({ ...records, papers }));
  pages.route('/', letterRoutes({ ...records, letters, proofs: createProofs({ db, keys, now }), ownForm }));
  pages.route('/', paymentRoutes({ taxpayers, balances, payments, bankAccounts, ownForm, now }));
  pages.route('/', planRoutes({ taxpayers, balances, plans, payments, bankAccounts, ownForm, now }));
  pages.route(
    '/',
    bankAccountRoutes({
      taxpayers,
      bankAccounts,
      changes: changeBankAccounts({ db, keys, bank, now, onSilence }),
      ownForm,
      recently,
    }),
  );
  return pages;
}
