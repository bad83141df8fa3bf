import type { Clock } from '@signet/agencies-ui/clock';
import { Hono } from 'hono';
import { frameOf, page } from '../http/answer.ts';
import type { OwnFile } from '../http/own-file.ts';
import type { AccessLog } from '../records/access/postgres-access-log.ts';
import { ProfilePage } from './profile-page.tsx';

interface ProfileRoutesNeeds {
  readonly accessLog: AccessLog;
  readonly clock: Clock;
  /** Signet's address. */
  readonly issuer: string;
}

/** So many looks are listed; the log keeps all. */
const looksShown = 50;

export function profileRoutes({ accessLog, clock, issuer }: ProfileRoutesNeeds) {
  return new Hono<OwnFile>().get('/profile', async (c) => {
    const { taxpayer, session } = c.var;
    return page(
      c,
      <ProfilePage
        frame={frameOf(c)}
        taxpayer={taxpayer}
        told={session?.data.told}
        signIn={{
          at: session?.authTime ?? clock.now(),
          ial: session?.levels.ial ?? 0,
          aal: session?.levels.aal ?? 0,
        }}
        clock={clock}
        signetAccount={`${issuer}/account`}
        looks={await accessLog.of(taxpayer.customerFileNumber, looksShown)}
      />,
    );
  });
}
