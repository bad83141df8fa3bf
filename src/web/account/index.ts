import { Hono } from 'hono';
import type { WebEnv } from '../context.ts';
import { agenciesRoutes } from './agencies-routes.tsx';
import type { AccountDeps } from './deps.ts';
import { historyRoutes } from './history-routes.tsx';
import { overviewRoutes } from './overview-routes.tsx';
import { requireOwner } from './owner.ts';
import { passwordRoutes } from './password-routes.tsx';
import { waysRoutes } from './ways-routes.tsx';

/** What a person sees and changes of their own account: everything under `/account`, at AAL2 (A27). */
export function accountPages(deps: AccountDeps): Hono<WebEnv> {
  const pages = new Hono<WebEnv>();
  pages.use('/account/*', requireOwner); // and `/account` itself
  for (const routes of [overviewRoutes, waysRoutes, passwordRoutes, historyRoutes, agenciesRoutes])
    pages.route('/', routes(deps));
  return pages;
}
