import { Hono } from 'hono';
import type { Accounts } from '../../modules/accounts/index.ts';
import type { Authentication } from '../../modules/authentication/index.ts';
import type { Federation } from '../../modules/federation/index.ts';
import type { Proofing } from '../../modules/proofing/index.ts';
import { frameOf, seeOther, type WebEnv } from '../context.ts';
import { answerPage } from '../ui/index.ts';
import { AccountPage } from './account-page.tsx';

/** What a person sees of their own account. Personal data only at AAL2 (A27). */
export function accountPages(deps: {
  authentication: Authentication;
  accounts: Accounts;
  federation: Federation;
  proofing: Pick<Proofing, 'identityOf'>;
}): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get('/account', async (c) => {
    const session = c.var.visit.presence?.session;
    if (!session?.person || session.aal < 2) return seeOther(c, '/continue');
    const [email, identity, authenticators, connections] = await Promise.all([
      deps.accounts.primaryAddress(session.person),
      deps.proofing.identityOf(session.person),
      deps.authentication.authenticators(session.person),
      deps.federation.connections(session.person),
    ]);
    return answerPage(
      c,
      <AccountPage
        frame={frameOf(c)}
        email={email?.reveal() ?? ''}
        verifiedAt={identity?.verifiedAt}
        authenticators={authenticators}
        connections={connections}
        passwordChanged={c.req.query('changed') === 'password'}
      />,
    );
  });

  routes.post('/account/connections/end', async (c) => {
    const session = c.var.visit.presence?.session;
    if (!session?.person || session.aal < 2) return seeOther(c, '/continue');
    const { agency } = await c.req.parseBody();
    const connections = await deps.federation.connections(session.person);
    const connected = connections.find((one) => one.agency === agency); // what was typed reaches no query
    if (connected) await deps.federation.disconnect(session.person, connected.agency);
    return seeOther(c, '/account');
  });

  return routes;
}
