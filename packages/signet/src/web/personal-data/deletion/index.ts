import { Hono } from 'hono';
import type { PersonalDataOffice } from '../../../modules/personal-data/index.ts';
import type { WebEnv } from '../../request/index.ts';
import { erasedRoutes } from './erasure-receipt-routes.tsx';
import { keepRoutes } from './keep-account-routes.tsx';

/** Where the mails of a deletion lead: pages for who is not signed in, or has no account any more. */
export function leavingPages(deps: { readonly personalData: PersonalDataOffice }): Hono<WebEnv> {
  const pages = new Hono<WebEnv>();
  for (const routes of [keepRoutes, erasedRoutes]) pages.route('/', routes(deps));
  return pages;
}
