import type { Routes } from '../routes/index.ts';
import { recoverRoutes } from './account-recovery/prove-again-routes.tsx';
import type { ProofingPagesDeps } from './deps.ts';
import { explainRoutes } from './outcome/guidance-routes.tsx';
import { caseRoutes } from './progress/case-routes.ts';
import { startRoutes } from './start/start-routes.tsx';
import { stepRoutes } from './step-routes.ts';
import { stopRoutes } from './withdrawal/withdrawal-routes.tsx';

/** Proving who you are: everything under `/verify`, for somebody who is signed in with two factors (A27, A28). */
export const proofingPages = (deps: ProofingPagesDeps): readonly Routes[] =>
  [recoverRoutes, startRoutes, caseRoutes, explainRoutes, stopRoutes, stepRoutes].map((routesOf) =>
    routesOf(deps),
  );
