import { ensurePresence, frameOf, keepPresence, seeOther } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import { CaseLinkEndedPage, CaseLinkPage, CaseStatusPage } from './case-pages.tsx';
import type { RecoveryPagesNeeds } from './needs.ts';

/** The two links in a claimant's mailbox: one shows how the case goes, the other lets them in, once. */
export function caseLinkRoutes({ authentication, recovery }: RecoveryPagesNeeds): Routes {
  const routes = signetRoutes();
  const { cases } = recovery;

  routes.get('/recover/status/:token', async (c) => {
    const status = await cases.status(c.req.param('token'));
    if (!status) return answerPage(c, <CaseLinkEndedPage frame={frameOf(c)} of="status" />, 404);
    const { reference, state, dueAt } = status;
    return answerPage(
      c,
      <CaseStatusPage frame={frameOf(c)} reference={reference} state={state} until={dueAt} />,
    );
  });

  routes.get('/recover/link/:token', async (c) => {
    const token = c.req.param('token');
    return (await cases.linkWorks(token))
      ? answerPage(c, <CaseLinkPage frame={frameOf(c)} token={token} />)
      : answerPage(c, <CaseLinkEndedPage frame={frameOf(c)} of="link" />, 404);
  });

  routes.post('/recover/link/:token', async (c) => {
    const presence = await ensurePresence(c, authentication.session);
    const result = await cases.useLink(presence, c.req.param('token'));
    if (!result.ok) return answerPage(c, <CaseLinkEndedPage frame={frameOf(c)} of="link" />, 404);
    keepPresence(c, result.value);
    return seeOther(c, '/continue');
  });

  return routes;
}
