import type { AccountNeeds } from '../account/index.ts';
import type { Routes } from '../routes/index.ts';
import { deleteAccountRoutes, erasureReceiptRoutes, keepAccountRoutes } from './deletion/index.ts';
import { downloadRoutes } from './download/index.ts';
import { nameSpellingRoutes, verifiedDataRoutes } from './verified-data/index.ts';

/** What is known of a person: to see, to take along, to have deleted; and where the mails of a deletion lead. */
export const personalDataPages = (needs: AccountNeeds): readonly Routes[] => [
  verifiedDataRoutes(needs),
  nameSpellingRoutes(needs),
  downloadRoutes(needs),
  deleteAccountRoutes(needs),
  keepAccountRoutes(needs),
  erasureReceiptRoutes(needs),
];
