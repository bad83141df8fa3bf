import { Hono } from 'hono';
import type { Presence } from '../../modules/authentication/index.ts';
import type { WebEnv } from '../request/index.ts';
import { recoverRoutes } from './account-recovery/prove-again-routes.tsx';
import type { ProofingPagesDeps } from './deps.ts';
import { explainRoutes } from './outcome/guidance-routes.tsx';
import { caseRoutes } from './progress/case-routes.ts';
import { startRoutes } from './start/start-routes.tsx';
import { stepRoutes } from './step-routes.ts';
import { requirePerson, subjectOf } from './subject.ts';
import { stopRoutes } from './withdrawal/withdrawal-routes.tsx';

/** Proving who you are: everything under `/verify`, for somebody who is signed in with two factors (A27, A28). */
export function proofingPages(deps: ProofingPagesDeps): Hono<WebEnv> {
  const pages = new Hono<WebEnv>();
  pages.use('/verify/*', requirePerson(deps)); // and `/verify` itself
  // the named pages before `/verify/:step`
  for (const routes of [recoverRoutes, startRoutes, caseRoutes, explainRoutes, stopRoutes, stepRoutes]) {
    pages.route('/', routes(deps));
  }
  return pages;
}

/** Who is at a case of theirs, and so may send a photo: at AAL2, or getting an account back. */
export const maySendPhotos = (presence: Presence | undefined): boolean => subjectOf(presence) !== undefined;
