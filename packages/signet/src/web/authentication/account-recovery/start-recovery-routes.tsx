import { assertNever } from '../../../kernel/index.ts';
import type { ConfirmError, ConfirmLinkError } from '../../../modules/authentication/index.ts';
import { formatMoment, words } from '../../locales/index.ts';
import {
  agencyAhead,
  beginAnew,
  ensurePresence,
  formFields,
  frameOf,
  keepPresence,
  rememberAskedElsewhere,
  seeOther,
  type WebContext,
} from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import { refusalWords, unfitCodeWords } from '../refusals/index.ts';
import type { RecoveryPagesNeeds } from './needs.ts';
import {
  RecoveryCodeMailedPage,
  RecoveryLinkEndedPage,
  RecoveryLinkPage,
  SignedInPage,
  StartRecoveryPage,
} from './start-recovery-pages.tsx';

/** From "I cannot sign in" to the code from the mailbox. */
export function startRecoveryRoutes({ authentication, recovery, agencies }: RecoveryPagesNeeds): Routes {
  const routes = signetRoutes();
  const { session: sessions } = authentication;

  routes.get('/recover', async (c) => {
    beginAnew(c);
    const { presence } = c.var.visit;
    if (!presence || presence.session.aal < 2) return answerPage(c, <StartRecoveryPage frame={frameOf(c)} />);
    const until = await recovery.blockedUntil(presence);
    return answerPage(c, <SignedInPage frame={frameOf(c)} blockedUntil={until} />);
  });

  routes.post('/recover', async (c) => {
    const { email } = formFields(c, 'email');
    const { lang, source } = c.var.visit;
    const presence = await ensurePresence(c, sessions);
    const result = await recovery.ask(presence, {
      email,
      language: lang,
      source,
      agency: agencyAhead(c)?.id,
    });
    if (result.ok) {
      keepPresence(c, result.value);
      return seeOther(c, '/recover/code');
    }
    const { error } = result;
    if (error.code === 'not-now') return seeOther(c, '/continue');
    const text = refusalWords(lang, error, words(lang).signIn.email.error);
    const page = <StartRecoveryPage frame={frameOf(c)} email={email} problems={[{ field: 'email', text }]} />;
    return answerPage(c, page, 422);
  });

  routes.post('/recover/allow', async (c) => {
    const { presence } = c.var.visit;
    if (presence) await recovery.allowAgain(presence);
    return seeOther(c, '/recover');
  });

  routes.get('/recover/code', (c) => codePage(c, c.req.query('sent') === 'yes'));

  routes.post('/recover/code', async (c) => {
    const { code } = formFields(c, 'code');
    const { lang, source } = c.var.visit;
    const unfit = unfitCodeWords(lang, code);
    if (unfit) return codePage(c, false, unfit);
    const presence = await ensurePresence(c, sessions);
    const result = await recovery.confirm(presence, { code, source });
    if (!result.ok) return refused(c, result.error);
    keepPresence(c, result.value);
    return seeOther(c, recovery.isRecovered(result.value) ? '/continue' : '/recover/choose');
  });

  routes.post('/recover/code/again', async (c) => {
    const { lang, source } = c.var.visit;
    const presence = await ensurePresence(c, sessions);
    const email = recovery.address(presence);
    if (!email) return seeOther(c, '/recover');
    const result = await recovery.ask(presence, {
      email: email.reveal(),
      language: lang,
      source,
      agency: agencyAhead(c)?.id,
    });
    if (result.ok) {
      keepPresence(c, result.value);
      return seeOther(c, '/recover/code?sent=yes');
    }
    return result.error.code === 'too-many-attempts'
      ? codePage(c, false, refusalWords(lang, result.error, ''))
      : seeOther(c, '/recover');
  });

  routes.get('/recover/mailed/:token', (c) =>
    answerPage(
      c,
      <RecoveryLinkPage frame={frameOf(c)} token={c.req.param('token')} agency={c.req.query('agency')} />,
    ),
  );

  routes.post('/recover/mailed/:token', async (c) => {
    const { source } = c.var.visit;
    const presence = await ensurePresence(c, sessions);
    const result = await recovery.confirmByLink(presence, { token: c.req.param('token'), source });
    if (!result.ok) return linkRefused(c, result.error);
    const { agency } = formFields(c, 'agency');
    keepPresence(c, await rememberAskedElsewhere(c, { agencies, sessions }, result.value, agency));
    return seeOther(c, recovery.isRecovered(result.value) ? '/continue' : '/recover/choose');
  });

  function codePage(c: WebContext, sent: boolean, problem?: string): Response | Promise<Response> {
    const email = c.var.visit.presence && recovery.address(c.var.visit.presence);
    if (!email) return seeOther(c, '/recover');
    const problems = problem ? [{ field: 'code', text: problem }] : [];
    const page = (
      <RecoveryCodeMailedPage frame={frameOf(c)} email={email.reveal()} sent={sent} problems={problems} />
    );
    return answerPage(c, page, problem ? 422 : 200);
  }

  function linkRefused(c: WebContext, error: ConfirmLinkError): Response | Promise<Response> {
    const { lang } = c.var.visit;
    const say = words(lang).recovery.code;
    switch (error.code) {
      case 'not-now':
        return seeOther(c, '/recover');
      case 'link-expired':
        return answerPage(c, <RecoveryLinkEndedPage frame={frameOf(c)} />, 404);
      case 'blocked':
        return linkEnded(c, say.blocked(formatMoment(lang, error.until)));
      case 'too-many-attempts':
        return linkEnded(c, refusalWords(lang, error, ''));
      default:
        return assertNever(error);
    }
  }

  function linkEnded(c: WebContext, why: string): Response | Promise<Response> {
    return answerPage(c, <RecoveryLinkEndedPage frame={frameOf(c)} why={why} />, 422);
  }

  function refused(c: WebContext, error: ConfirmError): Response | Promise<Response> {
    const { lang } = c.var.visit;
    const say = words(lang).recovery.code;
    switch (error.code) {
      case 'not-now':
        return seeOther(c, '/recover/choose');
      case 'wrong-code':
        return codePage(c, false, words(lang).signIn.code.wrong(error.attemptsLeft));
      case 'code-expired':
        return codePage(c, false, say.expired);
      case 'blocked':
        return codePage(c, false, say.blocked(formatMoment(lang, error.until)));
      case 'too-many-attempts':
        return codePage(c, false, refusalWords(lang, error, ''));
      default:
        return assertNever(error);
    }
  }

  return routes;
}
