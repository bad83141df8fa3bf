import type { Agencies } from '../../modules/agencies/index.ts';
import { frameOf, leaveCurrentRequest } from '../request/index.ts';
import { type Routes, signetRoutes } from '../routes/index.ts';
import { answerPage } from '../ui/index.ts';
import { AgenciesPage } from './agencies-page.tsx';
import { HelpPage, HomePage, NotMePage, PrivacyPage, TrustPage } from './public-pages.tsx';

interface Needs {
  readonly agencies: Agencies;
  /** How long photos wait for an agent at most, and a deletion for a change of mind. */
  readonly reviewDays: number;
  readonly deletionDays: number;
}

/** Pages about Signet, for anybody: home, help, privacy, and what its trust framework says. */
export function aboutPages({ agencies, ...days }: Needs): Routes {
  const routes = signetRoutes();
  routes.get('/', (c) => {
    leaveCurrentRequest(c);
    return answerPage(c, <HomePage frame={frameOf(c)} agencies={agencies} />);
  });
  routes.get('/help', (c) => answerPage(c, <HelpPage frame={frameOf(c)} />));
  routes.get('/help/agencies', (c) => answerPage(c, <AgenciesPage frame={frameOf(c)} agencies={agencies} />));
  routes.get('/not-me', (c) => answerPage(c, <NotMePage frame={frameOf(c)} />));
  routes.get('/privacy', (c) => answerPage(c, <PrivacyPage frame={frameOf(c)} days={days} />));
  routes.get('/trust-framework/:name', (c) => answerPage(c, <TrustPage frame={frameOf(c)} />));
  routes.get('/assurance/:levels', (c) => answerPage(c, <TrustPage frame={frameOf(c)} />));
  return routes;
}
