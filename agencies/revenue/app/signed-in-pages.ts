import type { Clock } from '@signet/agencies-ui/clock';
import type { RelyingPartyOptions } from '@signet/relying-party';
import { describeFault } from '@signet/relying-party/hono';
import { Hono } from 'hono';
import type { Bank } from '../bank/index.ts';
import { bankAccountRoutes, changeBankAccounts, postgresBankAccounts } from '../bank-accounts/index.ts';
import type { LogEvent, RevenueKeys } from '../config/config.ts';
import type { RevenueDatabase } from '../database/open.ts';
import { guarded } from '../http/guards.ts';
import { type OwnFile, ownFile } from '../http/own-file.ts';
import { createProofs, letterRoutes } from '../letters/index.ts';
import { overviewRoutes } from '../overview/index.ts';
import {
  createPayments,
  owedBalances,
  paymentRoutes,
  postgresPayments,
  yearsNotProcessed,
} from '../payments/index.ts';
import { createPlans, planRoutes } from '../plans/index.ts';
import { createAuthorizations, professionalRoutes } from '../professionals/index.ts';
import { profileRoutes } from '../profile/index.ts';
import { postgresAccessLog } from '../records/access/postgres-access-log.ts';
import { postgresAccounts } from '../records/accounts/postgres-accounts.ts';
import { postgresDocuments } from '../records/documents/postgres-documents.ts';
import { postgresLetters } from '../records/letters/postgres-letters.ts';
import { papersByYear } from '../records/papers-by-year.ts';
import { postgresFilings } from '../records/returns/postgres-filings.ts';
import type { Taxpayers } from '../records/taxpayers/postgres-taxpayers.ts';
import { returnRoutes } from '../returns/index.ts';
import type { RevenueSignIn } from '../sign-in/index.ts';
import { transcriptRoutes } from '../transcripts/index.ts';

/** How old an authentication may be where more is asked for than a session (T10). */
const recentMs = 10 * 60_000;

/** What is no page there asks for a session all the same. */
const parts = [
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
] as const;

export interface SignedInPagesNeeds {
  readonly signIn: RevenueSignIn;
  readonly relyingParty: Pick<RelyingPartyOptions, 'issuer'>;
  readonly taxpayers: Taxpayers;
  readonly database: RevenueDatabase;
  readonly keys: RevenueKeys;
  readonly bank: Bank;
  readonly clock: Clock;
  readonly log: (event: LogEvent) => void;
}

/** Every page behind the sign-in, with what the table of guards asks before it. */
export function signedInPages(needs: SignedInPagesNeeds) {
  const { signIn } = needs;
  const session = [signIn.session, signIn.signedIn];
  const site = new Hono<OwnFile>();
  const pages = guarded('account', accountPages(needs), {
    session,
    form: signIn.ownForm,
    recent: (backTo) => signIn.recently(recentMs, backTo === undefined ? undefined : () => backTo),
    file: ownFile(needs.taxpayers),
  });
  site.route('/', pages);
  for (const part of parts) site.use(part, ...session);
  return site;
}

function accountPages({ relyingParty, taxpayers, database, keys, bank, clock, log }: SignedInPagesNeeds) {
  const { db } = database;
  const accounts = postgresAccounts(db, keys);
  const documents = postgresDocuments(db, keys);
  const bankAccounts = postgresBankAccounts(db, keys);
  const payments = createPayments({ db, keys, clock });
  const balances = owedBalances(accounts, postgresPayments(db));
  const plans = createPlans({ db, keys, clock });
  const records = { taxpayers, accounts, documents, clock };
  const accessLog = postgresAccessLog(db);
  const letters = postgresLetters(db);
  const papers = papersByYear({ accounts, documents, filings: postgresFilings(db) });
  const onSilence = (cause: unknown): void =>
    log({ level: 'warn', event: 'bank-silent', detail: describeFault(cause) });
  const changes = changeBankAccounts({ db, keys, bank, clock, onSilence });

  const pages = new Hono<OwnFile>();
  pages.route('/', overviewRoutes({ accounts, papers, letters, balances, payments, plans, clock }));
  pages.route('/', transcriptRoutes({ ...records, accessLog }));
  pages.route('/', profileRoutes({ accessLog, clock, issuer: relyingParty.issuer }));
  pages.route(
    '/',
    professionalRoutes({ papers, authorizations: createAuthorizations({ db, clock }), clock }),
  );
  pages.route('/', returnRoutes({ ...records, papers }));
  pages.route('/', letterRoutes({ ...records, letters, papers, proofs: createProofs({ db, keys, clock }) }));
  pages.route(
    '/',
    paymentRoutes({ balances, unprocessedYears: yearsNotProcessed(accounts), payments, bankAccounts, clock }),
  );
  pages.route('/', planRoutes({ balances, plans, payments, bankAccounts, clock }));
  pages.route('/', bankAccountRoutes({ bankAccounts, changes }));
  return pages;
}
