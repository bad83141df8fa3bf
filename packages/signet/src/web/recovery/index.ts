import type { Hono } from 'hono';
import type { WebEnv } from '../context.ts';
import { askRoutes } from './ask-routes.tsx';
import { caseLinkRoutes } from './case-link-routes.tsx';
import { caseRoutes } from './case-routes.tsx';
import type { RecoveryPagesDeps } from './deps.ts';
import { notMeRoutes } from './not-me-routes.tsx';
import { phoneRoutes } from './phone-routes.tsx';
import { rebindRoutes } from './rebind-routes.tsx';
import { rungRoutes } from './rung-routes.tsx';

/** The way back for who cannot sign in (SP 800-63B-4 section 4.2). */
export const recoveryPages = (deps: RecoveryPagesDeps): readonly Hono<WebEnv>[] => [
  askRoutes(deps),
  rungRoutes(deps),
  phoneRoutes(deps),
  rebindRoutes(deps),
  caseRoutes(deps),
  caseLinkRoutes(deps),
  notMeRoutes(deps),
];
