import type { Routes } from '../routes/index.ts';
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

/** What a person sees and changes of their own account: everything under `/account`, at AAL2 (A27). */
export const accountPages = (deps: AccountDeps): readonly Routes[] =>
  [
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
  ].map((routesOf) => routesOf(deps));
