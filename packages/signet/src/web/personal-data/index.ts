import type { AccountDeps } from '../account/deps.ts';
import type { Routes } from '../routes/index.ts';
import { closeRoutes } from './deletion/delete-account-routes.tsx';
import { erasedRoutes } from './deletion/erasure-receipt-routes.tsx';
import { keepRoutes } from './deletion/keep-account-routes.tsx';
import { downloadRoutes } from './download/download-routes.tsx';
import { dataRoutes } from './verified-data/verified-data-routes.tsx';

/** What is known of a person: to see, to take along, to have deleted; and where the mails of a deletion lead. */
export const personalDataPages = (deps: AccountDeps): readonly Routes[] => [
  dataRoutes(deps),
  downloadRoutes(deps),
  closeRoutes(deps),
  keepRoutes(deps),
  erasedRoutes(deps),
];
