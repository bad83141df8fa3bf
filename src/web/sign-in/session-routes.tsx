import { Hono } from 'hono';
import { deleteCookie } from 'hono/cookie';
import { assertNever } from '../../kernel/index.ts';
import type { Authentication, NextStep } from '../../modules/authentication/index.ts';
import type { Federation } from '../../modules/federation/index.ts';
import {
  currentRequest,
  frameOf,
  rememberedRequest,
  seeOther,
  sessionCookie,
  type WebContext,
  type WebEnv,
} from '../context.ts';
import { words } from '../locales/index.ts';
import { answerPage, ButtonLink, Page, type PageFrame } from '../ui/index.ts';

/** Where every step of signing in ends, and the ends of a session. */
export function sessionRoutes(deps: {
  authentication: Authentication;
  federation: Federation;
}): Hono<WebEnv> {
  const { authentication, federation } = deps;
  const routes = new Hono<WebEnv>();

  /** One place knows what comes next, so that a step, a reload or a second tab all end up right. */
  routes.get('/continue', async (c) => {
    const { presence } = c.var.visit;
    const next: NextStep = presence ? await authentication.nextStep(presence) : { step: 'sign-in' };
    // codes that were shown and not yet confirmed as saved come first
    if (presence?.session.person && presence.session.pending.recoveryCodes)
      return seeOther(c, '/recovery-codes');
    return seeOther(c, pathOf(c, next));
  });

  routes.post('/session/extend', async (c) => {
    const { presence } = c.var.visit; // reading the visit has renewed the session
    if (!presence?.session.person) return c.json({ error: 'signed-out' }, 403);
    return c.json({ idleSeconds: frameOf(c).signedIn?.idleSeconds });
  });

  routes.post('/sign-out', async (c) => {
    const { presence, secureCookies } = c.var.visit;
    const cookies = await federation.signOut({ req: c.env.incoming, res: c.env.outgoing as never });
    if (presence) await authentication.signOut(presence);
    c.var.visit.presence = undefined;
    for (const name of cookies) deleteCookie(c, name, { path: '/' });
    deleteCookie(c, sessionCookie(secureCookies), { path: '/', secure: secureCookies });
    return seeOther(c, '/signed-out');
  });

  routes.get('/signed-out', (c) => answerPage(c, <SignedOutPage frame={frameOf(c)} />));

  return routes;
}

function pathOf(c: WebContext, next: NextStep): string {
  switch (next.step) {
    case 'sign-in': {
      // by way of the request, when its session is gone: the page then says again where one is signing in to
      const uid = rememberedRequest(c);
      return uid && uid !== currentRequest(c)?.uid ? `/interaction/${uid}` : '/sign-in';
    }
    case 'confirm-email':
      return '/sign-up/code';
    case 'first-authenticator':
      return '/sign-up/password';
    case 'second-authenticator':
      return '/sign-up/second';
    case 'second-factor':
      return '/sign-in/code';
    case 'recovery-codes':
      return '/recovery-codes';
    case 'done': {
      const uid = rememberedRequest(c);
      return uid ? `/interaction/${uid}` : '/account';
    }
    default:
      return assertNever(next);
  }
}

function SignedOutPage({ frame }: { frame: PageFrame }) {
  const say = words(frame.lang).signIn.signedOut;
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.body}</p>
      <ButtonLink href="/sign-in" kind="secondary">
        {say.again}
      </ButtonLink>
    </Page>
  );
}
