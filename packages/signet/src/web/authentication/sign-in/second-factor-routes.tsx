import { words } from '../../locales/index.ts';
import { ensurePresence, formFields, frameOf, seeOther, type WebContext } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage, type FieldProblem } from '../../ui/index.ts';
import { whenTyped } from '../refusals/index.ts';
import { nextStepAndWaysOf, nextStepOf } from '../session/index.ts';
import { DeviceBoundPasskeyPage } from './device-bound-passkey-page.tsx';
import { PasskeyNeededPage, RecoveryCodePage, SecondFactorPage } from './second-factor-pages.tsx';
import {
  type Again,
  type FactorNeeds,
  goOn,
  type Refused,
  usePassword,
  useRecoveryCode,
} from './use-factor.ts';

/** What stands between one proven factor and what the person came for. */
export function secondFactorRoutes(needs: FactorNeeds): Routes {
  const { authentication } = needs;
  const routes = signetRoutes();

  routes.get('/sign-in/code', (c) => factorPage(c));

  routes.post('/sign-in/code/password', async (c) => {
    const result = await usePassword(c, needs);
    const wrong = words(c.var.visit.lang).signIn.signIn.errors['wrong-password'];
    return result
      ? goOn(c, needs, result, (text, status) => factorPage(c, { field: 'password', text }, status), wrong)
      : seeOther(c, '/continue');
  });

  routes.post('/sign-in/code', async (c) => {
    const { code } = formFields(c, 'code');
    const presence = await ensurePresence(c, authentication.session);
    const input = { code, source: c.var.visit.source };
    const result = await whenTyped('code', code, () =>
      authentication.authenticatorApp.verify(presence, input),
    );
    return goOn(
      c,
      needs,
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
    const result = await useRecoveryCode(c, needs);
    const again: Again = (text, status) =>
      answerPage(c, <RecoveryCodePage frame={frameOf(c)} problems={[{ field: 'code', text }]} />, status);
    return goOn(c, needs, result, again, words(c.var.visit.lang).signIn.recovery.wrong);
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
    return answerPage(c, <DeviceBoundPasskeyPage frame={frame} agency={frame.agency} passkeys={passkeys} />);
  });

  async function factorPage(
    c: WebContext,
    problem?: FieldProblem,
    status: Refused | 200 = 200,
  ): Promise<Response> {
    const { presence } = c.var.visit;
    const { next, has } = presence ? await nextStepAndWaysOf(c, presence, authentication) : {};
    if (next?.step !== 'second-factor') return seeOther(c, '/continue');
    const problems = problem ? [problem] : [];
    const phones = has?.phones ?? [];
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

  return routes;
}
