import { Hono } from 'hono';
import type { Accounts } from './accounts/postgres-accounts.ts';
import { frameOf, page } from './answer.ts';
import { type OwnFile, ownFile } from './own-file.ts';
import { AccountPage } from './pages/account.tsx';
import { NoRecordPage } from './pages/no-record.tsx';
import type { Taxpayers } from './records/postgres-taxpayers.ts';
import { dayOf } from './values/day.ts';

interface AccountRoutesDeps {
  readonly taxpayers: Taxpayers;
  readonly accounts: Accounts;
  readonly now: () => Date;
}

/** The home of a signed-in person. Mount behind the session and its guard. */
export function accountRoutes({ taxpayers, accounts, now }: AccountRoutesDeps) {
  return new Hono<OwnFile>()
    .get('/account', ownFile(taxpayers), async (c) => {
      const { taxpayer, session } = c.var;
      const levels = session?.levels;
      return page(
        c,
        <AccountPage
          frame={frameOf(c)}
          taxpayer={taxpayer}
          accounts={await accounts.all(taxpayer.customerFileNumber)}
          signedIn={{ level: `IAL${levels?.ial}, AAL${levels?.aal}`, at: session?.authTime ?? now() }}
          today={dayOf(now())}
        />,
      );
    })
    .get('/no-record', (c) => {
      if (c.var.session?.data.customerFileNumber) return c.redirect('/account', 303);
      return page(c, <NoRecordPage frame={frameOf(c)} />);
    });
}
