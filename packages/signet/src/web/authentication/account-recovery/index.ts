import type { Routes } from '../../routes/index.ts';
import { caseLinkRoutes } from './case-link-routes.tsx';
import { caseRoutes } from './case-routes.tsx';
import { disavowalRoutes } from './disavowal-routes.tsx';
import type { RecoveryPagesNeeds } from './needs.ts';
import { phoneRoutes } from './phone-routes.tsx';
import { rebindRoutes } from './rebind-routes.tsx';
import { recoveryMethodRoutes } from './recovery-method-routes.tsx';
import { startRecoveryRoutes } from './start-recovery-routes.tsx';

/** Account recovery (SP 800-63B-4 section 4.2): the way back for a person who cannot sign in. */
export const recoveryPages = (needs: RecoveryPagesNeeds): readonly Routes[] => [
  startRecoveryRoutes(needs),
  recoveryMethodRoutes(needs),
  phoneRoutes(needs),
  rebindRoutes(needs),
  caseRoutes(needs),
  caseLinkRoutes(needs),
  disavowalRoutes(needs),
];
