import { Redacted } from '../../../kernel/index.ts';
import type { Authentication, SignInWithPasswordError } from '../../../modules/authentication/index.ts';
import { type Lang, words } from '../../locales/index.ts';
import {
  beginAnew,
  ensurePresence,
  formFields,
  frameOf,
  keepPresence,
  minutesOf,
  seeOther,
} from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage, type FieldProblem } from '../../ui/index.ts';
import { refusedAs } from '../refusals/index.ts';
import { nextPage, nextStepOf } from '../session/index.ts';
import { SignInPage } from './sign-in-page.tsx';

/** The returning person: email and password, or one passkey gesture (`passkey-routes.ts`). */
export function signInRoutes(authentication: Authentication): Routes {
  const routes = signetRoutes();

  routes.get('/sign-in', async (c) => {
    beginAnew(c);
    const { idle, presence } = c.var.visit;
    if (idle) return seeOther(c, '/sign-in/welcome-back');
    const fresh = presence?.session.person !== undefined;
    if (presence && fresh && (await nextStepOf(c, presence, authentication)).step !== 'sign-in')
      return seeOther(c, '/continue');
    // A browser with a session is on the way somewhere: the page brings what its passkey button needs. No other gets one.
    const asked = presence && (await authentication.passkey.requestOptions(presence));
    if (asked) keepPresence(c, asked.presence);
    return answerPage(c, <SignInPage frame={frameOf(c)} fresh={fresh} passkey={asked?.options} />);
  });

  routes.post('/sign-in', async (c) => {
    const { email, password } = formFields(c, 'email', 'password');
    const presence = await ensurePresence(c, authentication.session);
    const fresh = presence.session.person !== undefined;
    const missing = missingIn(c.var.visit.lang, { email: email.trim(), password });
    if (missing.length > 0) {
      const page = <SignInPage frame={frameOf(c)} email={email} problems={missing} fresh={fresh} />;
      return answerPage(c, page, 422);
    }
    const result = await authentication.password.signIn(presence, {
      email,
      password: new Redacted(password),
      source: c.var.visit.source,
    });
    if (!result.ok) {
      const problems = problemsOf(c.var.visit.lang, result.error);
      const page = <SignInPage frame={frameOf(c)} email={email} problems={problems} fresh={fresh} />;
      return answerPage(c, page, refusedAs(c, result.error));
    }
    keepPresence(c, result.value);
    return seeOther(c, await nextPage(c, authentication));
  });

  return routes;
}

/** Nobody is asked about an empty field, and no attempt is counted. */
const missingIn = (
  lang: Lang,
  typed: { readonly email: string; readonly password: string },
): FieldProblem[] =>
  (['email', 'password'] as const)
    .filter((field) => typed[field] === '')
    .map((field) => ({ field, text: words(lang).signIn.empty[field] }));

function problemsOf(lang: Lang, error: SignInWithPasswordError): FieldProblem[] {
  const say = words(lang).signIn;
  const text =
    error.code === 'too-many-attempts'
      ? say.tooMany(minutesOf(error.retryAfterSeconds))
      : say.signIn.errors[error.code];
  return [{ field: error.code === 'busy' ? 'password' : 'email', text }]; // the address is kept, the password is not
}
