import type { Routes } from '../routes/index.ts';
import { proveAgainRoutes } from './account-recovery/index.ts';
import { photoRoutes } from './capture/index.ts';
import { liveSelfieRoutes } from './live-selfie/index.ts';
import type { ProofingPagesNeeds } from './needs.ts';
import { otherWaysRoutes } from './other-ways/index.ts';
import { redressRoutes } from './outcome/index.ts';
import { captureRoutes, deskRoutes, phoneRoutes } from './phone-capture/index.ts';
import { progressRoutes } from './progress/index.ts';
import { startRoutes } from './start/index.ts';
import { stepRoutes } from './step-routes.ts';
import { withdrawalRoutes } from './withdrawal/index.ts';

/**
 * Everything under /verify, for somebody signed in with two factors (A27, A28), and under /phone, for a phone that helps them
 * and is not signed in.
 */
export const proofingPages = (needs: ProofingPagesNeeds): readonly Routes[] =>
  [
    proveAgainRoutes,
    startRoutes,
    photoRoutes,
    liveSelfieRoutes,
    deskRoutes,
    phoneRoutes,
    captureRoutes,
    progressRoutes,
    otherWaysRoutes,
    redressRoutes,
    withdrawalRoutes,
    stepRoutes,
  ].map((routesOf) => routesOf(needs));

export type { ProofingPagesNeeds } from './needs.ts';
export { isOpen, placeOf } from './open-steps.ts';
export { ProvenMoment } from './outcome/index.ts';
export { phoneTokens, placeAtPhone } from './phone-capture/index.ts';
export { recoverPath, signInForProofing, subjectOf } from './subject.ts';
