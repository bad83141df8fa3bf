import { Hono } from 'hono';
import type { AccessLog } from './access/postgres-access-log.ts';
import { frameOf, page } from './answer.ts';
import { type OwnFile, ownFile } from './own-file.ts';
import { ProfilePage } from './pages/profile.tsx';
import type { Taxpayers } from './records/postgres-taxpayers.ts';

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
