import type { CaseView } from '../../../modules/proofing/index.ts';
import { currentRequest, frameOf, seeOther } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import type { ProofingPagesNeeds } from '../needs.ts';
import { isRecovering, personOf } from '../subject.ts';
import { StopPage, StoppedPage } from './withdrawal-pages.tsx';

/** "Stop and delete everything", at any step (A17). */
export function withdrawalRoutes({ proofing }: ProofingPagesNeeds): Routes {
  const routes = signetRoutes();

  routes.get('/verify/stop', async (c) => {
    const view = await proofing.currentCase(personOf(c));
    if (!view || isOver(view)) return seeOther(c, '/verify');
    const inReview = view.decision?.outcome === 'needs-person';
    return answerPage(c, <StopPage frame={frameOf(c)} inReview={inReview} recovers={isRecovering(c)} />);
  });

  /** Pressed twice, or in two tabs: there is nothing left to delete, and the same page says so. */
  routes.post('/verify/withdraw', async (c) => {
    await proofing.withdraw(personOf(c));
    return seeOther(c, '/verify/stopped');
  });

  routes.get('/verify/stopped', async (c) => {
    if (await proofing.currentCase(personOf(c))) return seeOther(c, '/verify');
    const request = currentRequest(c);
    return answerPage(c, <StoppedPage frame={frameOf(c)} request={request} recovers={isRecovering(c)} />);
  });

  return routes;
}

/** Its evidence is deleted already. */
const isOver = ({ decision }: CaseView): boolean =>
  decision?.outcome === 'verified' || decision?.outcome === 'refused';
