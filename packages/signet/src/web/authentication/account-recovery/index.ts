import type { Routes } from '../../routes/index.ts';
import { caseLinkRoutes } from './case-link-routes.tsx';
import { caseRoutes } from './case-routes.tsx';
import type { RecoveryPagesDeps } from './deps.ts';
import { disavowalRoutes } from './disavowal-routes.tsx';
import { phoneRoutes } from './phone-routes.tsx';
import { rebindRoutes } from './rebind-routes.tsx';
import { recoveryMethodRoutes } from './recovery-method-routes.tsx';
import { startRecoveryRoutes } from './start-recovery-routes.tsx';

/** Account recovery (SP 800-63B-4 section 4.2): the way back for a person who cannot sign in. */
export const recoveryPages = (deps: RecoveryPagesDeps): readonly Routes[] => [
  startRecoveryRoutes(deps),
  recoveryMethodRoutes(deps),
  phoneRoutes(deps),
  rebindRoutes(deps),
  caseRoutes(deps),
  caseLinkRoutes(deps),
  disavowalRoutes(deps),
];
