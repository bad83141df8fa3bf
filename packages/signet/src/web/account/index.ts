import { Hono } from 'hono';
import type { WebEnv } from '../context.ts';
import { addEmailRoutes } from './add-email-routes.tsx';
import { agenciesRoutes } from './agencies-routes.tsx';
import { closeRoutes } from './close-routes.tsx';
import { contactRoutes } from './contact-routes.tsx';
import { dataRoutes } from './data-routes.tsx';
import type { AccountDeps } from './deps.ts';
import { devicesRoutes } from './devices-routes.tsx';
import { downloadRoutes } from './download-routes.tsx';
import { historyRoutes } from './history-routes.tsx';
import { overviewRoutes } from './overview-routes.tsx';
import { ownerOf, requireOwner } from './owner.ts';
import { passkeyNameRoutes } from './passkey-name-routes.tsx';
import { passwordRoutes } from './password-routes.tsx';
import { phoneRoutes } from './phone-routes.tsx';
import { removalRoutes } from './removal-routes.tsx';
import { waysRoutes } from './ways-routes.tsx';

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
