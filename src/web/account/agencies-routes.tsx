import { Hono } from 'hono';
import { frameOf, seeOther, type WebEnv } from '../context.ts';
import { words } from '../locales/index.ts';
import { answerPage } from '../ui/index.ts';
import { AccountSection } from './account-section.tsx';
import { Connections } from './connections.tsx';
import type { AccountDeps } from './deps.ts';
import { ownerOf } from './owner.ts';
import { sections } from './sections.ts';

export function agenciesRoutes({ federation }: Pick<AccountDeps, 'federation'>): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(sections.agencies, async (c) => {
    const connections = await federation.connections(ownerOf(c).person);
    const frame = frameOf(c);
    const page = (
      <AccountSection frame={frame} section="agencies" title={words(frame.lang).yourAccount.agencies.title}>
        <Connections frame={frame} connections={connections} />
      </AccountSection>
    );
    return answerPage(c, page);
  });

  routes.post('/account/agencies/end', async (c) => {
    const { person } = ownerOf(c);
    const { agency } = await c.req.parseBody();
    const connections = await federation.connections(person);
    const connected = connections.find((one) => one.agency === agency); // what was typed reaches no query
    if (connected) await federation.disconnect(person, connected.agency);
    return seeOther(c, sections.agencies);
  });

  return routes;
}
