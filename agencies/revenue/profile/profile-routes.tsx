import { Hono } from 'hono';
import { frameOf, page } from '../http/answer.ts';
import { type OwnFile, ownFile } from '../http/own-file.ts';
import type { AccessLog } from '../records/access/postgres-access-log.ts';
import type { Taxpayers } from '../records/taxpayers/postgres-taxpayers.ts';
import { ProfilePage } from './profile-page.tsx';

interface ProfileRoutesDeps {
  readonly taxpayers: Taxpayers;
  readonly accessLog: AccessLog;
  readonly now: () => Date;
}

/** So many looks are listed; the log keeps all. */
const looksShown = 50;

/** Mount behind the session and its guard. */
export function profileRoutes({ taxpayers, accessLog, now }: ProfileRoutesDeps) {
  return new Hono<OwnFile>().get('/profile', ownFile(taxpayers), async (c) => {
    const { taxpayer, session } = c.var;
    return page(
      c,
      <ProfilePage
        frame={frameOf(c)}
        taxpayer={taxpayer}
        told={session?.data.told}
        signIn={{
          at: session?.authTime ?? now(),
          ial: session?.levels.ial ?? 0,
          aal: session?.levels.aal ?? 0,
        }}
        looks={await accessLog.of(taxpayer.customerFileNumber, looksShown)}
      />,
    );
  });
}
