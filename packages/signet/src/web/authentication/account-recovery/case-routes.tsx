import { assertNever } from '../../../kernel/index.ts';
import type { ConfirmError } from '../../../modules/authentication/index.ts';
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
import { answerPage } from '../../ui/index.ts';
import { type Refusal, refusalWords, unfitCodeWords } from '../refusals/index.ts';
import { CaseCodePage, CaseEmailPage, CaseOpenedPage } from './case-pages.tsx';
import type { RecoveryPagesNeeds } from './needs.ts';

/** Lost everything: which account, where to write, and a case number. The same for every address (A22). */
export function caseRoutes({ authentication, recovery, waitHours }: RecoveryPagesNeeds): Routes {
  const routes = signetRoutes();
  const { cases } = recovery;
  const here = (c: WebContext) => ensurePresence(c, authentication.session);

  routes.get('/recover/case', async (c) => {
    const { presence } = c.var.visit;
    if (presence && (await recovery.personUnderWay(presence))) return seeOther(c, '/recover/case/contact');
    return answerPage(c, <CaseEmailPage frame={frameOf(c)} asks="account" />);
  });

  routes.post('/recover/case', async (c) => {
    const { email } = formFields(c, 'email');
    const result = await cases.nameAccount(await here(c), { email, source: c.var.visit.source });
    if (!result.ok) return emailPage(c, 'account', email, result.error);
    keepPresence(c, result.value);
    return seeOther(c, '/recover/case/contact');
  });

  routes.get('/recover/case/contact', async (c) => {
    const { presence } = c.var.visit;
    if (!presence || !cases.isNamed(presence)) return seeOther(c, '/recover/case');
    return answerPage(c, <CaseEmailPage frame={frameOf(c)} asks="contact" />);
  });

  routes.post('/recover/case/contact', async (c) => {
    const { email } = formFields(c, 'email');
    const { lang, source } = c.var.visit;
    const presence = await here(c);
    if (!cases.isNamed(presence)) return seeOther(c, '/recover/case');
    const result = await cases.askContact(presence, { email, language: lang, source });
    if (!result.ok) {
      if (result.error.code === 'not-now') return seeOther(c, '/continue');
      return emailPage(c, 'contact', email, result.error);
    }
    keepPresence(c, result.value);
    return seeOther(c, '/recover/case/code');
  });

  routes.get('/recover/case/code', (c) => codePage(c));

  routes.post('/recover/case/code', async (c) => {
    const { code } = formFields(c, 'code');
    const { lang, source } = c.var.visit;
    const unfit = unfitCodeWords(lang, code);
    if (unfit) return codePage(c, unfit);
    const result = await cases.open(await here(c), { code, source });
    if (!result.ok) return refused(c, result.error);
    keepPresence(c, result.value);
    return seeOther(c, '/recover/case/opened');
  });

  routes.get('/recover/case/opened', async (c) => {
    const { presence } = c.var.visit;
    const reference = presence && cases.opened(presence);
    if (!reference) return seeOther(c, '/recover/case');
    const page = <CaseOpenedPage frame={frameOf(c)} reference={reference} waitHours={waitHours} />;
    return answerPage(c, page);
  });

  function emailPage(c: WebContext, asks: 'account' | 'contact', email: string, error: Refusal) {
    const text = refusalWords(c.var.visit.lang, error, words(c.var.visit.lang).signIn.email.error);
    const problems = [{ field: 'email', text }];
    return answerPage(
      c,
      <CaseEmailPage frame={frameOf(c)} asks={asks} email={email} problems={problems} />,
      422,
    );
  }

  async function codePage(c: WebContext, problem?: string): Promise<Response> {
    const { presence } = c.var.visit;
    const email = presence && cases.contact(presence);
    if (!email) return seeOther(c, '/recover/case');
    const problems = problem ? [{ field: 'code', text: problem }] : [];
    const page = <CaseCodePage frame={frameOf(c)} email={email.reveal()} problems={problems} />;
    return answerPage(c, page, problem ? 422 : 200);
  }

  function refused(c: WebContext, error: Exclude<ConfirmError, { code: 'blocked' }>) {
    const { lang } = c.var.visit;
    switch (error.code) {
      case 'not-now':
        return seeOther(c, '/recover/case/opened');
      case 'wrong-code':
        return codePage(c, words(lang).signIn.code.wrong(error.attemptsLeft));
      case 'code-expired':
        return codePage(c, words(lang).recovery.code.expired);
      case 'too-many-attempts':
        return codePage(c, refusalWords(lang, error, ''));
      default:
        return assertNever(error);
    }
  }

  return routes;
}
