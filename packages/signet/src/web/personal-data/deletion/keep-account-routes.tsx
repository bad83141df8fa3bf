import type { PersonalDataOffice } from '../../../modules/personal-data/index.ts';
import { words } from '../../locales/index.ts';
import { frameOf, seeOther } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage, Button, ButtonGroup, ButtonLink, Form, Page, type PageFrame } from '../../ui/index.ts';

/**
 * The link that every mail about a deletion carries. Opening it changes nothing, since mail scanners open links; its
 * button keeps the account, whether or not anybody is signed in here.
 */
export function keepAccountRoutes({
  personalData: { deletion },
}: {
  readonly personalData: Pick<PersonalDataOffice, 'deletion'>;
}): Routes {
  const routes = signetRoutes();

  routes.get('/keep-account/done', (c) => answerPage(c, <KeptPage frame={frameOf(c)} />));

  routes.get('/keep-account/:token', async (c) => {
    const token = c.req.param('token');
    if (await deletion.linkWorks(token)) return answerPage(c, <KeepPage frame={frameOf(c)} token={token} />);
    return answerPage(c, <EndedPage frame={frameOf(c)} />, 404);
  });

  routes.post('/keep-account/:token', async (c) => {
    const token = c.req.param('token');
    const result = await deletion.keepByLink(token);
    return seeOther(c, result.ok ? '/keep-account/done' : `/keep-account/${encodeURIComponent(token)}`);
  });

  return routes;
}

function KeepPage({ frame, token }: { readonly frame: PageFrame; readonly token: string }) {
  const say = words(frame.lang).account.leaving.link;
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      <p>{say.does}</p>
      <Form frame={frame} action={`/keep-account/${token}`}>
        <ButtonGroup>
          <Button>{words(frame.lang).account.leaving.keep}</Button>
        </ButtonGroup>
      </Form>
      <p class="usa-hint">{say.otherwise}</p>
    </Page>
  );
}

function KeptPage({ frame }: { readonly frame: PageFrame }) {
  const say = words(frame.lang).account.leaving.link;
  return (
    <Page frame={frame} title={say.kept}>
      <h1>{say.kept}</h1>
      <p class="signet-lead">{say.keptLead}</p>
      <p>{say.keptNext}</p>
      <ButtonGroup>
        <ButtonLink href="/sign-in">{words(frame.lang).common.buttons.signIn}</ButtonLink>
      </ButtonGroup>
    </Page>
  );
}

function EndedPage({ frame }: { readonly frame: PageFrame }) {
  const say = words(frame.lang).account.leaving.link;
  return (
    <Page frame={frame} title={say.ended}>
      <h1>{say.ended}</h1>
      <p class="signet-lead">{say.endedLead}</p>
      <ButtonGroup>
        <ButtonLink href="/sign-in" kind="secondary">
          {words(frame.lang).common.buttons.signIn}
        </ButtonLink>
      </ButtonGroup>
    </Page>
  );
}
