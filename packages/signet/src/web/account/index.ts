import type { Routes } from '../routes/index.ts';
import { agenciesRoutes } from './agencies/index.ts';
import {
  authenticatorsRoutes,
  passkeyNameRoutes,
  passwordRoutes,
  phoneRoutes,
  removalRoutes,
} from './authenticators/index.ts';
import { addEmailRoutes, contactRoutes } from './contact/index.ts';
import { devicesRoutes } from './devices/index.ts';
import { historyRoutes } from './history/index.ts';
import type { AccountNeeds } from './needs.ts';
import { overviewRoutes } from './overview/index.ts';

/** What a person sees and changes of their own account: everything under `/account`, at AAL2 (A27). */
export const accountPages = (needs: AccountNeeds): readonly Routes[] =>
  [
    overviewRoutes,
    authenticatorsRoutes,
    passwordRoutes,
    contactRoutes,
    addEmailRoutes,
    passkeyNameRoutes,
    removalRoutes,
    devicesRoutes,
    phoneRoutes,
    historyRoutes,
    agenciesRoutes,
  ].map((routesOf) => routesOf(needs));

export type { AccountNeeds } from './needs.ts';
