import { Hono } from 'hono';
import { frameOf, type WebEnv } from '../context.ts';
import { answerPage } from '../ui/index.ts';
import type { AccountDeps } from './deps.ts';
import { OverviewPage } from './overview-page.tsx';
import { ownerOf } from './owner.ts';

export function overviewRoutes(deps: Pick<AccountDeps, 'accounts' | 'proofing'>): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get('/account', async (c) => {
    const { person } = ownerOf(c);
    const [email, identity] = await Promise.all([
      deps.accounts.primaryAddress(person),
      deps.proofing.identityOf(person),
    ]);
    const page = (
      <OverviewPage frame={frameOf(c)} email={email?.reveal() ?? ''} verifiedAt={identity?.verifiedAt} />
    );
    return answerPage(c, page);
  });

  return routes;
}
