import type { Result } from '../../../kernel/index.ts';
import type { Accounts } from '../../../modules/accounts/index.ts';
import type { Authentication, Authenticators, Presence } from '../../../modules/authentication/index.ts';
import { words } from '../../locales/index.ts';
import {
  ensurePresence,
  formFields,
  frameOf,
  keepPresence,
  seeOther,
  type WebContext,
} from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage, type FieldProblem } from '../../ui/index.ts';
import { type Refusal, refusalWords, refusedAs, whenTyped } from '../refusals/index.ts';
import { signInWithOwnPassword } from './own-password.ts';
import { pageToGoOn } from './return-path.ts';
import { type Confirming, StepUpPage } from './step-up-page.tsx';

/**
 * Step-up: a signed-in person gives one factor again, before a change to how the account is reached. The passkey's
 * answer goes to `/passkey/confirm/verify`.
 */
export function stepUpRoutes(needs: {
  readonly authentication: Authentication;
  readonly accounts: Pick<Accounts, 'primaryAddress'>;
}): Routes {
  const { authentication } = needs;
  const routes = signetRoutes();

  routes.get('/sign-in/confirm', (c) => {
    const to = pageToGoOn(c.req.query('to'));
    if (c.var.visit.presence?.session.recent) return seeOther(c, to); // the back button, or a second tab
    return page(c, { to, typed: c.req.query('with') === 'totp' ? 'totp' : 'password' });
  });

  routes.post('/sign-in/confirm/password', async (c) => {
    const { password, to } = formFields(c, 'password', 'to');
    const result = await signInWithOwnPassword(c, needs, password);
    const wrong = words(c.var.visit.lang).signIn.signIn.errors['wrong-password'];
    return goOn(c, result, { to: pageToGoOn(to), typed: 'password', field: 'password', wrong });
  });

  routes.post('/sign-in/confirm/code', async (c) => {
    const { code, to } = formFields(c, 'code', 'to');
    const presence = await ensurePresence(c, authentication.session);
    const input = { code, source: c.var.visit.source };
    const result = await whenTyped('code', code, () =>
      authentication.authenticatorApp.verify(presence, input),
    );
    const { wrong } = words(c.var.visit.lang).signIn.factor;
    return goOn(c, result, { to: pageToGoOn(to), typed: 'totp', field: 'code', wrong });
  });

  async function goOn(
    c: WebContext,
    result: Result<Presence, Refusal> | undefined,
    asked: Asked & { readonly field: string; readonly wrong: string },
  ): Promise<Response> {
    if (result?.ok) {
      keepPresence(c, result.value);
      return seeOther(c, asked.to);
    }
    if (!result || result.error.code === 'not-now') return seeOther(c, '/continue');
    const text = refusalWords(c.var.visit.lang, result.error, asked.wrong);
    return page(c, asked, [{ field: asked.field, text }], refusedAs(c, result.error));
  }

  async function page(
    c: WebContext,
    { to, typed }: Asked,
    problems: FieldProblem[] = [],
    status: 200 | ReturnType<typeof refusedAs> = 200,
  ): Promise<Response> {
    const session = c.var.visit.presence?.session;
    if (!session?.person || session.aal < 2) return seeOther(c, '/continue');
    const ways = waysOf(await authentication.authenticators.of(session.person));
    const shown = <StepUpPage frame={frameOf(c)} to={to} ways={ways} typed={typed} problems={problems} />;
    return answerPage(c, shown, status);
  }

  return routes;
}

interface Asked {
  readonly to: string;
  readonly typed: 'password' | 'totp';
}

function waysOf({ passkeys, password, totp }: Authenticators): Confirming[] {
  const all = { passkey: passkeys.length > 0, password, totp };
  return (['passkey', 'password', 'totp'] as const).filter((way) => all[way]);
}
