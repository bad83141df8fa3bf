import { Hono } from 'hono';
import { frameOf, type WebEnv } from '../context.ts';
import { answerPage } from '../ui/index.ts';
import type { AccountDeps } from './deps.ts';
import { ownerOf } from './owner.ts';
import { WaysPage } from './ways-page.tsx';

export function waysRoutes({ authentication }: Pick<AccountDeps, 'authentication'>): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get('/account/ways', async (c) => {
    const authenticators = await authentication.authenticators(ownerOf(c).person);
    const changed = c.req.query('changed') === 'password';
    const page = <WaysPage frame={frameOf(c)} authenticators={authenticators} passwordChanged={changed} />;
    return answerPage(c, page);
  });

  return routes;
}
