import { Redacted, type Result } from '../../../kernel/index.ts';
import type { Presence, RecoverError, Rung } from '../../../modules/authentication/index.ts';
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
import { type NotTyped, refusalWords, refusedAs, whenTyped } from '../refusals/index.ts';
import type { RecoveryPagesNeeds } from './needs.ts';
import {
  AppCodePage,
  ChoosePage,
  PasswordPage,
  SavedCodePage,
  UsePasskeyPage,
} from './recovery-method-pages.tsx';

/** Where each choice leads. */
const pages: Readonly<Record<Rung, string>> = {
  passkey: '/recover/passkey',
  'saved-code': '/recover/saved-code',
  password: '/recover/password',
  app: '/recover/app',
  phone: '/recover/phone',
  proofing: '/recover/proofing',
  none: '/recover/case',
};

/** The one more proof beside the emailed code (B15). */
export function recoveryMethodRoutes({ authentication, recovery }: RecoveryPagesNeeds): Routes {
  const routes = signetRoutes();
  const { session: sessions } = authentication;

  routes.get('/recover/choose', (c) => choosePage(c));

  routes.post('/recover/choose', async (c) => {
    const { rung } = formFields(c, 'rung');
    const chosen = (await rungsOf(c))?.find((one) => one === rung);
    return chosen ? seeOther(c, pages[chosen]) : choosePage(c, words(c.var.visit.lang).recovery.choose.error);
  });

  routes.post('/recover/session', async (c) => {
    const result = await recovery.useSession(await ensurePresence(c, sessions));
    return goOn(c, result, '', () => seeOther(c, '/recover/choose'));
  });

  routes.get('/recover/passkey', (c) => shown(c, 'passkey', <UsePasskeyPage frame={frameOf(c)} />));
  routes.get('/recover/saved-code', (c) => shown(c, 'saved-code', <SavedCodePage frame={frameOf(c)} />));
  routes.get('/recover/password', (c) => shown(c, 'password', <PasswordPage frame={frameOf(c)} />));
  routes.get('/recover/app', (c) => shown(c, 'app', <AppCodePage frame={frameOf(c)} />));

  routes.post('/recover/saved-code', async (c) => {
    const { code } = formFields(c, 'code');
    const { lang, source } = c.var.visit;
    const presence = await ensurePresence(c, sessions);
    const result = await whenTyped('recovery-code', code, () =>
      recovery.useSavedCode(presence, { code, source }),
    );
    return goOn(c, result, words(lang).recovery.savedCode.wrong, (text, status) =>
      answerPage(c, <SavedCodePage frame={frameOf(c)} problems={[{ field: 'code', text }]} />, status),
    );
  });

  routes.post('/recover/password', async (c) => {
    const { password } = formFields(c, 'password');
    const { lang, source } = c.var.visit;
    const input = { password: new Redacted(password), source };
    const presence = await ensurePresence(c, sessions);
    const result = await whenTyped('password', password, () => recovery.usePassword(presence, input));
    return goOn(c, result, words(lang).recovery.password.wrong, (text, status) =>
      answerPage(c, <PasswordPage frame={frameOf(c)} problems={[{ field: 'password', text }]} />, status),
    );
  });

  routes.post('/recover/app', async (c) => {
    const { code } = formFields(c, 'code');
    const { lang, source } = c.var.visit;
    const input = { code, source };
    const presence = await ensurePresence(c, sessions);
    const result = await whenTyped('code', code, () => recovery.useAppCode(presence, input));
    return goOn(c, result, words(lang).recovery.app.wrong, (text, status) =>
      answerPage(c, <AppCodePage frame={frameOf(c)} problems={[{ field: 'code', text }]} />, status),
    );
  });

  async function rungsOf(c: WebContext): Promise<readonly Rung[] | undefined> {
    const { presence } = c.var.visit;
    return presence && recovery.rungs(presence);
  }

  /** The page of one method, where that method is open for this account. */
  async function shown(c: WebContext, rung: Rung, page: Parameters<typeof answerPage>[1]): Promise<Response> {
    return (await rungsOf(c))?.includes(rung) ? answerPage(c, page) : seeOther(c, '/recover/choose');
  }

  async function choosePage(c: WebContext, problem?: string): Promise<Response> {
    const { presence } = c.var.visit;
    const rungs = await rungsOf(c);
    if (!presence || !rungs) return seeOther(c, presence?.session.person ? '/continue' : '/recover');
    const problems: FieldProblem[] = problem ? [{ field: 'rung', text: problem }] : [];
    const hasFactor = recovery.hasFactor(presence);
    const page = <ChoosePage frame={frameOf(c)} rungs={rungs} hasFactor={hasFactor} problems={problems} />;
    return answerPage(c, page, problem ? 422 : 200);
  }

  async function goOn(
    c: WebContext,
    result: Result<Presence, RecoverError | NotTyped>,
    wrong: string,
    again: (text: string, status: 422 | 429 | 503) => Response | Promise<Response>,
  ): Promise<Response> {
    if (result.ok) {
      keepPresence(c, result.value);
      return seeOther(c, '/continue');
    }
    const { error } = result;
    if (error.code === 'not-now') return seeOther(c, '/recover/choose');
    return again(refusalWords(c.var.visit.lang, error, wrong), refusedAs(c, error));
  }

  return routes;
}
