import type { AuditRef, Language } from '../../../kernel/index.ts';
import { frameOf, ownerOf, postedForm, seeOther, type WebContext } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import { actOf } from '../history/index.ts';
import { sections } from '../layout/index.ts';
import type { AccountNeeds } from '../needs.ts';
import { AgenciesPage, type Connected, type Connection } from './agencies-page.tsx';
import { EndConnectionPage } from './end-connection-page.tsx';

const releasesShown = 5;

type Needs = Pick<AccountNeeds, 'accounts' | 'agencies' | 'audit' | 'federation'>;

export function agenciesRoutes(needs: Needs): Routes {
  const { accounts, federation } = needs;
  const routes = signetRoutes();

  routes.get(sections.agencies, async (c) => {
    const { person } = ownerOf(c);
    const frame = frameOf(c);
    const [account, all] = await Promise.all([accounts.get(person), federation.connections(person)]);
    const connections = await Promise.all(
      all.map((agency) => connectionOf(needs, agency, account?.auditRef, frame.lang)),
    );
    const ended = c.req.query('ended') === 'yes';
    return answerPage(c, <AgenciesPage frame={frame} connections={connections} ended={ended} />);
  });

  routes.get('/account/agencies/:agency/end', async (c) => {
    const connected = await connectedTo(c, c.req.param('agency'));
    if (!connected) return seeOther(c, sections.agencies);
    return answerPage(c, <EndConnectionPage frame={frameOf(c)} agency={connected} />);
  });

  routes.post('/account/agencies/end', async (c) => {
    const { agency } = postedForm(c);
    const connected = await connectedTo(c, agency);
    if (connected) await federation.disconnect(ownerOf(c).person, connected.agency);
    return seeOther(c, `${sections.agencies}?ended=yes`); // a second press finds it ended
  });

  /** What was typed reaches no query: it is looked for among the person's own. */
  async function connectedTo(c: WebContext, agency: unknown): Promise<Connected | undefined> {
    const connections = await federation.connections(ownerOf(c).person);
    return connections.find((one) => one.agency === agency);
  }

  return routes;
}

async function connectionOf(
  { agencies, audit }: Pick<Needs, 'agencies' | 'audit'>,
  agency: Connected,
  subject: AuditRef | undefined,
  lang: Language,
): Promise<Connection> {
  const wanted = {
    limit: releasesShown,
    actions: ['agency.signed-in'],
    details: { agency: agency.agency },
  };
  const entries = subject ? await audit.about(subject, wanted) : [];
  return { agency, releases: entries.map((entry) => actOf(entry, lang, agencies)) };
}
