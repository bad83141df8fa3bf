import { Hono, type MiddlewareHandler } from 'hono';
import { levelMet } from '../../packages/relying-party/index.ts';
import type { Accounts } from './accounts/postgres-accounts.ts';
import { frameOf, page, type RevenueEnv } from './answer.ts';
import { acrValues } from './config.ts';
import { AccountPage } from './pages/account.tsx';
import { AccountTranscriptPage } from './pages/account-transcript.tsx';
import { NoRecordPage } from './pages/no-record.tsx';
import { NotFoundPage } from './pages/notices.tsx';
import type { Taxpayers } from './records/postgres-taxpayers.ts';
import type { Taxpayer } from './records/taxpayer.ts';

interface AccountRoutesDeps {
  readonly taxpayers: Taxpayers;
  readonly accounts: Accounts;
  readonly now: () => Date;
}

type OwnFile = { Variables: RevenueEnv['Variables'] & { taxpayer: Taxpayer } };

/**
 * The pages of a signed-in person. Which file they see is in their session and nowhere in the address, so there
 * is no number that could be changed to see another's. Mount behind the session and its guard.
 */
export function accountRoutes({ taxpayers, accounts, now }: AccountRoutesDeps) {
  const today = (): string => now().toISOString().slice(0, 10);

  const ownFile: MiddlewareHandler<OwnFile> = async (c, next) => {
    const { session } = c.var;
    const number = session?.data.customerFileNumber;
    const proven = session !== undefined && levelMet(session.levels, acrValues); // T10
    const taxpayer = number && proven ? await taxpayers.get(number) : undefined;
    if (taxpayer === undefined) return c.redirect('/no-record', 303);
    c.set('taxpayer', taxpayer);
    return next();
  };

  return new Hono<OwnFile>()
    .get('/account', ownFile, async (c) => {
      const { taxpayer, session } = c.var;
      const levels = session?.levels;
      return page(
        c,
        <AccountPage
          frame={frameOf(c)}
          taxpayer={taxpayer}
          accounts={await accounts.all(taxpayer.customerFileNumber)}
          signedIn={{ level: `IAL${levels?.ial}, AAL${levels?.aal}`, at: session?.authTime ?? now() }}
          today={today()}
        />,
      );
    })
    .get('/transcripts/account/:year{[0-9]{4}}', ownFile, async (c) => {
      const { taxpayer } = c.var;
      const account = await accounts.year(taxpayer.customerFileNumber, Number(c.req.param('year')));
      if (account === undefined) return page(c, <NotFoundPage frame={frameOf(c)} />, 404);
      return page(
        c,
        <AccountTranscriptPage frame={frameOf(c)} taxpayer={taxpayer} account={account} today={today()} />,
      );
    })
    .get('/no-record', (c) => {
      if (c.var.session?.data.customerFileNumber) return c.redirect('/account', 303);
      return page(c, <NoRecordPage frame={frameOf(c)} />);
    });
}
