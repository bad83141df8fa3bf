import type { Agencies } from '../../../modules/agencies/index.ts';
import type {
  Authentication,
  ConfirmEmailError,
  StartSignUpError,
} from '../../../modules/authentication/index.ts';
import { type Lang, words } from '../../locales/index.ts';
import {
  agencyAhead,
  beginAnew,
  ensurePresence,
  formFields,
  frameOf,
  keepPresence,
  minutesOf,
  rememberAskedElsewhere,
  seeOther,
  type WebContext,
} from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import { refusalWords, refusedAs, unfitCodeWords } from '../refusals/index.ts';
import { EmailCodePage, EmailLinkExpiredPage, EmailLinkPage, EmailPage } from './sign-up-pages.tsx';

interface Needs {
  readonly authentication: Authentication;
  readonly agencies: Pick<Agencies, 'find'>;
}

/** From an email address to a confirmed one. The words are the same for an address that has an account (A22). */
export function signUpRoutes({ authentication, agencies }: Needs): Routes {
  const routes = signetRoutes();
  const { session: sessions } = authentication;

  routes.get('/sign-up', (c) => {
    beginAnew(c);
    return answerPage(c, <EmailPage frame={frameOf(c)} />);
  });

  routes.post('/sign-up', async (c) => {
    const { email } = formFields(c, 'email');
    const presence = await ensurePresence(c, authentication.session);
    const { lang, source } = c.var.visit;
    const result = await authentication.email.start(presence, {
      email,
      language: lang,
      source,
      agency: agencyAhead(c),
    });
    if (!result.ok) {
      if (result.error.code === 'not-now') return seeOther(c, '/continue');
      const problems = [{ field: 'email', text: emailWords(lang, result.error) }];
      return answerPage(
        c,
        <EmailPage frame={frameOf(c)} email={email} problems={problems} />,
        refusedAs(c, result.error),
      );
    }
    keepPresence(c, result.value);
    return seeOther(c, '/sign-up/code');
  });

  routes.get('/sign-up/code', (c) => codePage(c, { sent: c.req.query('sent') === 'yes' }));

  routes.post('/sign-up/code', async (c) => {
    const { code } = formFields(c, 'code');
    const unfit = unfitCodeWords(c.var.visit.lang, code);
    if (unfit) return codePage(c, { problem: unfit, status: 422 });
    const presence = await ensurePresence(c, authentication.session);
    const result = await authentication.email.confirm(presence, {
      code,
      source: c.var.visit.source,
    });
    if (!result.ok) return codeRefused(c, result.error);
    keepPresence(c, result.value);
    return seeOther(c, '/continue');
  });

  routes.post('/sign-up/code/again', async (c) => {
    const presence = await ensurePresence(c, authentication.session);
    const { lang, source } = c.var.visit;
    const result = await authentication.email.resend(presence, { source, agency: agencyAhead(c) });
    if (result.ok) {
      keepPresence(c, result.value);
      return seeOther(c, '/sign-up/code?sent=yes');
    }
    if (result.error.code === 'not-now') return seeOther(c, '/continue');
    return codePage(c, { problem: refusalWords(lang, result.error, ''), status: refusedAs(c, result.error) });
  });

  routes.get('/sign-up/link', (c) =>
    answerPage(
      c,
      <EmailLinkPage frame={frameOf(c)} token={c.req.query('token') ?? ''} agency={c.req.query('agency')} />,
    ),
  );

  routes.post('/sign-up/link', async (c) => {
    const { token, agency } = formFields(c, 'token', 'agency');
    const presence = await ensurePresence(c, authentication.session);
    const result = await authentication.email.confirmByLink(presence, { token });
    if (!result.ok) return answerPage(c, <EmailLinkExpiredPage frame={frameOf(c)} />, 400);
    keepPresence(c, await rememberAskedElsewhere(c, { agencies, sessions }, result.value, agency));
    return seeOther(c, '/continue');
  });

  function codePage(
    c: WebContext,
    { sent = false, problem, status = 200 }: CodePage,
  ): Response | Promise<Response> {
    const email = c.var.visit.presence && authentication.email.underWay(c.var.visit.presence);
    if (!email) return seeOther(c, '/continue');
    const problems = problem ? [{ field: 'code', text: problem }] : [];
    const page = <EmailCodePage frame={frameOf(c)} email={email.reveal()} sent={sent} problems={problems} />;
    return answerPage(c, page, status);
  }

  function codeRefused(c: WebContext, error: ConfirmEmailError): Response | Promise<Response> {
    if (error.code === 'not-now') return seeOther(c, '/continue');
    const say = words(c.var.visit.lang).signIn.code;
    const wrong = error.code === 'wrong-code' ? say.wrong(error.attemptsLeft) : say.expired;
    const problem = refusalWords(c.var.visit.lang, error, wrong);
    return codePage(c, { problem, status: refusedAs(c, error) });
  }

  return routes;
}

function emailWords(lang: Lang, error: Exclude<StartSignUpError, { code: 'not-now' }>): string {
  const say = words(lang).signIn;
  return error.code === 'too-many-attempts'
    ? say.tooMany(minutesOf(error.retryAfterSeconds))
    : say.email.error;
}

interface CodePage {
  readonly sent?: boolean;
  readonly problem?: string;
  readonly status?: 200 | ReturnType<typeof refusedAs>;
}
