import { deleteCookie } from 'hono/cookie';
import type { Authentication } from '../../../modules/authentication/index.ts';
import type { Federation } from '../../../modules/federation/index.ts';
import { words } from '../../locales/index.ts';
import { formFields, frameOf, httpPair, seeOther, sessionCookie } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage, ButtonGroup, ButtonLink, Page, type PageFrame } from '../../ui/index.ts';
import { nextPage } from './next-page.ts';

/** Where every step of signing in ends, and the ends of a session. */
export function sessionRoutes(needs: { authentication: Authentication; federation: Federation }): Routes {
  const { authentication, federation } = needs;
  const routes = signetRoutes();

  routes.get('/continue', async (c) => seeOther(c, await nextPage(c, authentication)));

  routes.post('/session/extend', async (c) => {
    const { presence } = c.var.visit; // reading the visit has renewed the session
    if (!presence?.session.person) return c.json({ error: 'signed-out' }, 403);
    return c.json({ idleSeconds: frameOf(c).signedIn?.idleSeconds });
  });

  routes.post('/sign-out', async (c) => {
    const { secureCookies } = c.var.visit;
    const presence = c.var.visit.presence ?? c.var.visit.idle;
    const { then } = formFields(c, 'then');
    const cookies = await federation.signOut(httpPair(c));
    if (presence) await authentication.session.signOut(presence);
    c.var.visit.presence = undefined;
    c.var.visit.idle = undefined;
    for (const name of cookies) deleteCookie(c, name, { path: '/' });
    deleteCookie(c, sessionCookie(secureCookies), { path: '/', secure: secureCookies });
    return seeOther(c, then === 'sign-in' ? '/sign-in' : '/signed-out');
  });

  routes.get('/signed-out', (c) => answerPage(c, <SignedOutPage frame={frameOf(c)} />));

  return routes;
}

function SignedOutPage({ frame }: { frame: PageFrame }) {
  const say = words(frame.lang).signIn.signedOut;
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.body}</p>
      <ButtonGroup>
        <ButtonLink href="/sign-in" kind="secondary">
          {say.again}
        </ButtonLink>
      </ButtonGroup>
    </Page>
  );
}
