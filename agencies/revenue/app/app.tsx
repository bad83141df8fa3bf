import type { Clock } from '@signet/agencies-ui/clock';
import { createSite, mountSignInPages, onSignInFailure } from '@signet/agencies-ui/site';
import type { RelyingPartyOptions } from '@signet/relying-party';
import type { Context, Hono } from 'hono';
import type { Bank } from '../bank/index.ts';
import { type LogEvent, paths, type RevenueKeys, refundPaths, staffPaths } from '../config/config.ts';
import type { RevenueDatabase } from '../database/open.ts';
import { HomePage } from '../home/index.ts';
import { frameOf, page, type RevenueEnv } from '../http/answer.ts';
import { keepLanguage, langOf } from '../http/language.ts';
import { words } from '../locales/index.ts';
import { postgresTaxpayers } from '../records/taxpayers/postgres-taxpayers.ts';
import { ownRefunds, refundRoutes } from '../refund-tool/index.ts';
import { createRevenueSignIn } from '../sign-in/index.ts';
import { staffRoutes } from '../staff/index.ts';
import { files, icon, touchIcon } from '../ui/assets.ts';
import type { Frame } from '../ui/frame.ts';
import { problemPages, SessionMissingPage } from '../ui/problem-pages.tsx';
import { signedInPages } from './signed-in-pages.ts';

export interface RevenueAppNeeds {
  readonly origin: string;
  readonly relyingParty: RelyingPartyOptions;
  readonly database: RevenueDatabase;
  readonly keys: RevenueKeys;
  readonly bank: Bank;
  readonly clock: Clock;
  readonly log: (event: LogEvent) => void;
}

/** Away from the refund tool, the way back is through its own sign-in, which asks for less. */
const signedOutFrameOf = (c: Context<RevenueEnv>): Frame => ({
  ...frameOf(c),
  ...(c.req.query('return_to') === refundPaths.home && { site: 'refund' }),
});

/** The department's site. */
export function createRevenueApp(needs: RevenueAppNeeds): Hono<RevenueEnv> {
  const { database, keys, clock, log } = needs;
  const taxpayers = postgresTaxpayers(database.db, keys);
  const signIn = createRevenueSignIn({
    relyingParty: needs.relyingParty,
    origin: needs.origin,
    cookieKey: keys.cookie,
    database,
    taxpayers,
    now: clock.now,
    languageOf: langOf,
    onFailure: onSignInFailure(log, paths.problem),
    onSessionMissing: (c: Context<RevenueEnv>, returnTo, kept) =>
      page(c, <SessionMissingPage frame={frameOf(c)} returnTo={returnTo} kept={kept} />, 401),
  });

  const framing = { pages: problemPages, frameOf };
  const app = createSite<RevenueEnv, Frame>({
    ...framing,
    issuer: needs.relyingParty.issuer,
    keepLanguage,
    files,
    icon,
    onPhones: { name: words('en').agency, touchIcon, color: '#0e3b30' },
    publicPages: [refundPaths.home],
    log,
  });
  app.route('/', signIn.routes);
  app.get('/', signIn.session, (c) => page(c, <HomePage frame={frameOf(c)} />));
  mountSignInPages(app, { pages: problemPages, frameOf: signedOutFrameOf, paths });
  app.route(staffPaths.home, staffRoutes({ ...needs, taxpayers }));
  app.get(refundPaths.home, signIn.session, ownRefunds({ db: database.db, keys, clock }));
  app.route(refundPaths.home, refundRoutes(needs));
  app.route('/', signedInPages({ ...needs, signIn, taxpayers }));
  return app;
}
