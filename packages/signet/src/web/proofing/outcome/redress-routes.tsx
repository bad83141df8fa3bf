import { frameOf, requestAhead } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import type { ProofingPagesNeeds } from '../needs.ts';
import { personOf } from '../subject.ts';
import { RedressPage } from './redress-page.tsx';

/** What to do about a wrong decision (A23). */
export function redressRoutes({ proofing, agencies }: ProofingPagesNeeds): Routes {
  const routes = signetRoutes();

  routes.get('/verify/redress', async (c) => {
    const view = await proofing.currentCase(personOf(c));
    const page = (
      <RedressPage
        frame={frameOf(c)}
        agencies={agencies}
        request={requestAhead(c)}
        decision={view?.decision}
      />
    );
    return answerPage(c, page);
  });

  return routes;
}
