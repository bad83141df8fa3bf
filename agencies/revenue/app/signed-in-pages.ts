import { describeFault } from '@signet/relying-party/hono';
import { type Context, Hono } from 'hono';
import type { Bank } from '../bank/bank.ts';
import { bankAccountRoutes } from '../bank-accounts/bank-account-routes.tsx';
import { changeBankAccounts } from '../bank-accounts/change-bank-accounts.ts';
import { postgresBankAccounts } from '../bank-accounts/postgres-bank-accounts.ts';
import type { LogEvent, RevenueKeys } from '../config/config.ts';
import type { RevenueDatabase } from '../database/open.ts';
import type { RevenueEnv } from '../http/answer.ts';
import { letterRoutes } from '../letters/letter-routes.tsx';
import { createProofs } from '../letters/proofs.ts';
import { accountRoutes } from '../overview/overview-routes.tsx';
import { owedBalances } from '../payments/owed-balances.ts';
import { paymentRoutes } from '../payments/payment-routes.tsx';
import { createPayments } from '../payments/payments.ts';
import { postgresPayments } from '../payments/postgres-payments.ts';
import { planRoutes } from '../plans/plan-routes.tsx';
import { createPlans } from '../plans/plans.ts';
import { createAuthorizations } from '../professionals/authorize.ts';
import { professionalRoutes } from '../professionals/professional-routes.tsx';
import { profileRoutes } from '../profile/profile-routes.tsx';
import { postgresAccessLog } from '../records/access/postgres-access-log.ts';
import { postgresAccounts } from '../records/accounts/postgres-accounts.ts';
import { postgresDocuments } from '../records/documents/postgres-documents.ts';
import { postgresLetters } from '../records/letters/postgres-letters.ts';
import { papersByYear } from '../records/papers-by-year.ts';
import { postgresFilings } from '../records/returns/postgres-filings.ts';
import type { Taxpayers } from '../records/taxpayers/postgres-taxpayers.ts';
import { filingRoutes } from '../returns/return-routes.tsx';
import type { RevenueSignIn } from '../sign-in/sign-in.ts';
import { transcriptRoutes } from '../transcripts/transcript-routes.tsx';

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
