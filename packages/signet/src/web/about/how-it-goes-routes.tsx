import type { Figures } from '../../modules/proofing/index.ts';
import { frameOf } from '../request/index.ts';
import { type Routes, signetRoutes } from '../routes/index.ts';
import { answerPage } from '../ui/index.ts';
import { HowItGoesPage } from './how-it-goes-page.tsx';

/** How often people pass, for anybody where the operator shows it: undefined where they do not, and the page is not there. */
export function howItGoesRoutes(figures: (() => Promise<Figures>) | undefined): Routes {
  const routes = signetRoutes();
  routes.get('/how-it-goes', async (c) =>
    figures ? answerPage(c, <HowItGoesPage frame={frameOf(c)} figures={await figures()} />) : c.notFound(),
  );
  return routes;
}
