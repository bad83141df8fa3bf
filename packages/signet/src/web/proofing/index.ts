import type { Routes } from '../routes/index.ts';
import { proveAgainRoutes } from './account-recovery/index.ts';
import { photoRoutes } from './capture/index.ts';
import type { ProofingPagesDeps } from './deps.ts';
import { guidanceRoutes } from './outcome/index.ts';
import { progressRoutes } from './progress/index.ts';
import { startRoutes } from './start/index.ts';
import { stepRoutes } from './step-routes.ts';
import { withdrawalRoutes } from './withdrawal/index.ts';

/** Proving who you are: everything under `/verify`, for somebody who is signed in with two factors (A27, A28). */
export const proofingPages = (deps: ProofingPagesDeps): readonly Routes[] =>
  [
    proveAgainRoutes,
    startRoutes,
    photoRoutes,
    progressRoutes,
    guidanceRoutes,
    withdrawalRoutes,
    stepRoutes,
  ].map((routesOf) => routesOf(deps));

export type { ProofingPagesDeps } from './deps.ts';
export { recoverPath, signInForProofing, subjectOf } from './subject.ts';
