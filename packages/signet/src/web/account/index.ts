import { Hono } from 'hono';
import { closeRoutes } from '../personal-data/deletion/delete-account-routes.tsx';
import { downloadRoutes } from '../personal-data/download/download-routes.tsx';
import { dataRoutes } from '../personal-data/verified-data/verified-data-routes.tsx';
import type { WebEnv } from '../request/index.ts';
import { agenciesRoutes } from './agencies/agencies-routes.tsx';
import { waysRoutes } from './authenticators/authenticators-routes.tsx';
import { passkeyNameRoutes } from './authenticators/passkey-name-routes.tsx';
import { passwordRoutes } from './authenticators/password-routes.tsx';
import { phoneRoutes } from './authenticators/phone-routes.tsx';
import { removalRoutes } from './authenticators/removal-routes.tsx';
import { addEmailRoutes } from './contact/add-email-routes.tsx';
import { contactRoutes } from './contact/contact-routes.tsx';
import type { AccountDeps } from './deps.ts';
import { devicesRoutes } from './devices/devices-routes.tsx';
import { historyRoutes } from './history/history-routes.tsx';
import { overviewRoutes } from './overview/overview-routes.tsx';
import { ownerOf, requireOwner } from './owner.ts';

/** What a person sees and changes of their own account: everything under `/account`, at AAL2 (A27). */
export function accountPages(deps: AccountDeps): Hono<WebEnv> {
  const pages = new Hono<WebEnv>();
  pages.use('/account/*', requireOwner); // and `/account` itself
  pages.use('/account/*', async (c, next) => {
    const pending = await deps.personalData.deletion.pendingOf(ownerOf(c).person);
    if (pending) c.var.visit.closing = pending.dueAt;
    await next();
  });
  for (const routes of [
    overviewRoutes,
    waysRoutes,
    passwordRoutes,
    contactRoutes,
    addEmailRoutes,
    passkeyNameRoutes,
    removalRoutes,
    devicesRoutes,
    phoneRoutes,
    historyRoutes,
    agenciesRoutes,
    dataRoutes,
    downloadRoutes,
    closeRoutes,
  ])
    pages.route('/', routes(deps));
  return pages;
}
