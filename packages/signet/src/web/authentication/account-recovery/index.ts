import type { Routes } from '../../routes/index.ts';
import { caseLinkRoutes } from './case-link-routes.tsx';
import { caseRoutes } from './case-routes.tsx';
import type { RecoveryPagesDeps } from './deps.ts';
import { notMeRoutes } from './disavowal-routes.tsx';
import { phoneRoutes } from './phone-routes.tsx';
import { rebindRoutes } from './rebind-routes.tsx';
import { rungRoutes } from './recovery-method-routes.tsx';
import { askRoutes } from './start-recovery-routes.tsx';

/** The way back for who cannot sign in (SP 800-63B-4 section 4.2). */
export const recoveryPages = (deps: RecoveryPagesDeps): readonly Routes[] => [
  askRoutes(deps),
  rungRoutes(deps),
  phoneRoutes(deps),
  rebindRoutes(deps),
  caseRoutes(deps),
  caseLinkRoutes(deps),
  notMeRoutes(deps),
];
