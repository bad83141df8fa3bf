import { type Routes, signetRoutes } from '../../routes/index.ts';
import type { ProofingPagesNeeds } from '../needs.ts';
import { pathOf } from '../step/index.ts';
import { personOf } from '../subject.ts';
import { currentStage } from './current-stage.ts';

/**
 * How far the checks are, for the element in `client/progress.ts`. A case that is no longer there is done, too. The page of
 * the checks itself leads on from where they ended, as it does without script.
 */
export function progressRoutes({ proofing }: ProofingPagesNeeds): Routes {
  const routes = signetRoutes();

  routes.get('/verify/progress', async (c) => {
    const progress = await proofing.progress(personOf(c));
    const done = progress === undefined || progress.finished;
    c.header('cache-control', 'no-store');
    const next = progress ? pathOf('checking') : '/verify';
    return c.json({ stage: currentStage(progress), done, ...(done && { next }) });
  });

  return routes;
}
