import type { Result } from '../../../kernel/index.ts';
import type { Accounts } from '../../../modules/accounts/index.ts';
import type { Authentication, Presence } from '../../../modules/authentication/index.ts';
import { words } from '../../locales/index.ts';
import {
  digitsOf,
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
import { nextPage, nextStepOf } from '../session/index.ts';
import { pageToGoOn, signInWithOwnPassword } from '../step-up/index.ts';
import { KeyNeededPage } from './device-bound-passkey-page.tsx';
import {
  OpenVaultPage,
  PasskeyNeededPage,
  RecoveryCodePage,
  SecondFactorPage,
} from './second-factor-pages.tsx';

/** What stands between one proven factor and what the person came for. */
export function secondFactorRoutes(deps: { authentication: Authentication; accounts: Accounts }): Routes {
  const { authentication } = deps;
  const routes = signetRoutes();

  routes.get('/sign-in/code', (c) => factorPage(c));

  routes.post('/sign-in/code/password', async (c) => {
    const result = await usePassword(c);
    const wrong = words(c.var.visit.lang).signIn.signIn.errors['wrong-password'];
    return result
      ? goOn(c, result, (text, status) => factorPage(c, { field: 'password', text }, status), wrong)
      : seeOther(c, '/continue');
  });

  routes.post('/sign-in/code', async (c) => {
    const { code } = await formFields(c, 'code');
    const presence = await ensurePresence(c, authentication.session);
    const input = { code: digitsOf(code), source: c.var.visit.source };
    const result = await whenTyped('code', code, () =>
      authentication.authenticatorApp.verify(presence, input),
    );
    return goOn(
      c,
      result,
      (text, status) => factorPage(c, { field: 'code', text }, status),
      words(c.var.visit.lang).signIn.factor.wrong,
    );
  });

  routes.get('/sign-in/recovery-code', async (c) => {
    const { presence } = c.var.visit;
    const next = presence && (await nextStepOf(c, presence, authentication));
    return next?.step === 'second-factor'
      ? answerPage(c, <RecoveryCodePage frame={frameOf(c)} />)
      : seeOther(c, '/continue');
  });

  routes.post('/sign-in/recovery-code', async (c) => {
    const result = await useRecoveryCode(c);
    const again: Again = (text, status) =>
      answerPage(c, <RecoveryCodePage frame={frameOf(c)} problems={[{ field: 'code', text }]} />, status);
    return goOn(c, result, again, words(c.var.visit.lang).signIn.recovery.wrong);
  });

  routes.get('/sign-in/passkey-needed', async (c) => {
    const person = c.var.visit.presence?.session.person;
    const frame = frameOf(c);
    if (!person || !frame.agency) return seeOther(c, '/continue');
    const { passkeys } = await authentication.authenticators.of(person);
    const page = <PasskeyNeededPage frame={frame} agency={frame.agency} has={passkeys.length > 0} />;
    return answerPage(c, page);
  });

  routes.get('/sign-in/key-needed', async (c) => {
    const person = c.var.visit.presence?.session.person;
    const frame = frameOf(c);
    if (!person || !frame.agency) return seeOther(c, '/continue');
    const passkeys = await authentication.passkey.list(person);
    return answerPage(c, <KeyNeededPage frame={frame} agency={frame.agency} passkeys={passkeys} />);
  });

  routes.get('/sign-in/open-vault', (c) =>
    c.var.visit.presence?.session.person ? vaultPage(c) : seeOther(c, '/continue'),
  );

  routes.post('/sign-in/open-vault/password', async (c) => {
    const result = await usePassword(c);
    const wrong = words(c.var.visit.lang).signIn.signIn.errors['wrong-password'];
    const again: Again = (text, status) => vaultPage(c, { field: 'password', text }, status);
    return result ? goOn(c, result, again, wrong, await wayBack(c)) : seeOther(c, '/continue');
  });

  routes.post('/sign-in/open-vault/code', async (c) => {
    const result = await useRecoveryCode(c);
    const again: Again = (text, status) => vaultPage(c, { field: 'code', text }, status);
    return goOn(c, result, again, words(c.var.visit.lang).signIn.recovery.wrong, await wayBack(c));
  });

  /** The page of the account that the vault is opened for; none on the way to an agency. */
  async function wayBack(c: WebContext): Promise<string | undefined> {
    const to = c.req.method === 'GET' ? c.req.query('to') : (await formFields(c, 'to')).to;
    return to ? pageToGoOn(to) : undefined;
  }

  async function usePassword(c: WebContext) {
    const { password } = await formFields(c, 'password');
    return signInWithOwnPassword(c, deps, password);
  }

  async function vaultPage(
    c: WebContext,
    problem?: FieldProblem,
    status: Refused | 200 = 200,
  ): Promise<Response> {
    const person = c.var.visit.presence?.session.person;
    if (!person) return seeOther(c, '/continue');
    const { password } = await authentication.authenticators.of(person);
    const problems = problem ? [problem] : [];
    const to = await wayBack(c);
    const page = <OpenVaultPage frame={frameOf(c)} withPassword={password} to={to} problems={problems} />;
    return answerPage(c, page, status);
  }

  async function useRecoveryCode(c: WebContext) {
    const { code } = await formFields(c, 'code');
    const presence = await ensurePresence(c, authentication.session);
    return whenTyped('recovery-code', code, () =>
      authentication.recoveryCodes.use(presence, { code, source: c.var.visit.source }),
    );
  }

  async function factorPage(
    c: WebContext,
    problem?: FieldProblem,
    status: Refused | 200 = 200,
  ): Promise<Response> {
    const { presence } = c.var.visit;
    const next = presence && (await nextStepOf(c, presence, authentication));
    if (!presence || next?.step !== 'second-factor') return seeOther(c, '/continue');
    const problems = problem ? [problem] : [];
    const { person } = presence.session;
    const { phones } = person ? await authentication.authenticators.of(person) : { phones: [] };
    const page = (
      <SecondFactorPage
        frame={frameOf(c)}
        choices={next.choices}
        phones={phones}
        unusual={next.unusual}
        problems={problems}
      />
    );
    return answerPage(c, page, status);
  }

  /** On with the session that came back; or the page again with `wrong`; or where the person belongs. */
  async function goOn(
    c: WebContext,
    result: Result<Presence, Refusal>,
    again: Again,
    wrong: string,
    to?: string,
  ): Promise<Response> {
    if (result.ok) {
      keepPresence(c, result.value);
      return seeOther(c, to ?? (await nextPage(c, authentication)));
    }
    const { error } = result;
    if (error.code === 'not-now') return seeOther(c, '/continue');
    return again(refusalWords(c.var.visit.lang, error, wrong), refusedAs(c, error));
  }

  return routes;
}

type Refused = ReturnType<typeof refusedAs>;
type Again = (text: string, status: Refused) => Response | Promise<Response>;
