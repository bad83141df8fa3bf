import { frameOf, seeOther } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import { DisavowedPage, DisavowPage, LinkEndedPage } from './disavowal-pages.tsx';
import type { RecoveryPagesNeeds } from './needs.ts';

/** The link of a notice (B16). Opening it changes nothing: mail scanners follow links and press nothing. */
export function disavowalRoutes({ recovery }: Pick<RecoveryPagesNeeds, 'recovery'>): Routes {
  const routes = signetRoutes();

  routes.get('/not-me/done', (c) => answerPage(c, <DisavowedPage frame={frameOf(c)} />));

  routes.get('/not-me/:token', async (c) => {
    const token = c.req.param('token');
    const change = await recovery.disavowal(token);
    return change
      ? answerPage(c, <DisavowPage frame={frameOf(c)} token={token} change={change} />)
      : answerPage(c, <LinkEndedPage frame={frameOf(c)} />, 404);
  });

  routes.post('/not-me/:token', async (c) => {
    const change = await recovery.disavow(c.req.param('token'));
    return change ? seeOther(c, '/not-me/done') : answerPage(c, <LinkEndedPage frame={frameOf(c)} />, 404);
  });

  return routes;
}
