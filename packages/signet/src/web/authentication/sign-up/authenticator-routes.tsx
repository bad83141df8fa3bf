import { Redacted } from '../../../kernel/index.ts';
import { type Authentication, type Presence, passwordLength } from '../../../modules/authentication/index.ts';
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
import { answerPage, type FieldProblem, qrPicture } from '../../ui/index.ts';
import { passwordWords, refusedAs, unfitCodeWords } from '../refusals/index.ts';
import { showFirstCodes } from '../session/index.ts';
import { confirmPath } from '../step-up/index.ts';
import { FirstAuthenticatorPage, SecondAuthenticatorPage, TotpPage } from './authenticator-pages.tsx';

/** What a new account is opened with: a first authenticator and a second one. A finished one changes its app here. */
export function authenticatorRoutes(authentication: Authentication): Routes {
  const routes = signetRoutes();
  const { session: sessions } = authentication;

  routes.get('/sign-up/password', async (c) => {
    const { presence } = c.var.visit;
    if (!presence || !(await mayChoosePassword(presence))) return seeOther(c, '/continue');
    return answerPage(c, await firstPage(c, presence, []));
  });

  routes.post('/sign-up/password', async (c) => {
    const { password } = formFields(c, 'password');
    const presence = await ensurePresence(c, sessions);
    const result = await authentication.password.set(presence, { password: new Redacted(password) });
    if (result.ok) {
      keepPresence(c, result.value);
      await showFirstCodes(c, authentication);
      return seeOther(c, '/continue');
    }
    if (result.error.code === 'not-now') return seeOther(c, '/continue');
    const problems = [{ field: 'password', text: passwordWords(c.var.visit.lang, result.error) }];
    return answerPage(c, await firstPage(c, presence, problems), refusedAs(c, result.error));
  });

  routes.get('/sign-up/second', async (c) => {
    const { presence } = c.var.visit;
    const next = presence && (await authentication.signIn.nextStep(presence));
    if (next?.step !== 'second-authenticator') return seeOther(c, '/continue');
    return answerPage(c, <SecondAuthenticatorPage frame={frameOf(c)} choices={next.choices} />);
  });

  routes.get('/sign-up/app', (c) => totpPage(c));

  routes.post('/sign-up/app', async (c) => {
    const { code } = formFields(c, 'code');
    const unfit = unfitCodeWords(c.var.visit.lang, code);
    if (unfit) return totpPage(c, unfit);
    const presence = await ensurePresence(c, sessions);
    const joining = presence.session.aal < 2;
    const result = await authentication.authenticatorApp.confirm(presence, { code });
    if (result.ok) {
      keepPresence(c, result.value);
      if (joining) await showFirstCodes(c, authentication);
      return seeOther(c, presence.session.aal >= 2 ? '/account/ways?done=app' : '/continue');
    }
    if (result.error.code === 'not-now') return seeOther(c, '/continue');
    return totpPage(c, words(c.var.visit.lang).signIn.totp.wrong);
  });

  const isRecovered = ({ var: { visit } }: WebContext): boolean =>
    visit.presence !== undefined && authentication.accountRecovery.isRecovered(visit.presence);

  const firstPage = async (c: WebContext, presence: Presence, problems: readonly FieldProblem[]) => (
    <FirstAuthenticatorPage
      frame={frameOf(c)}
      least={passwordLength.least}
      address={(await authentication.password.addressFor(presence))?.reveal()}
      recovered={isRecovered(c)}
      problems={problems}
    />
  );

  async function mayChoosePassword(presence: Presence): Promise<boolean> {
    const next = await authentication.signIn.nextStep(presence);
    if (next.step === 'first-authenticator') return true;
    const choosing = next.step === 'second-authenticator' || next.step === 'rebind';
    return choosing && next.choices.includes('password');
  }

  async function totpPage(c: WebContext, problem?: string): Promise<Response> {
    const { presence } = c.var.visit;
    if (!presence) return seeOther(c, '/continue');
    if (presence.session.aal >= 2 && !presence.session.recent)
      return seeOther(c, confirmPath('/sign-up/app'));
    const started = await authentication.authenticatorApp.start(presence);
    if (!started.ok) return seeOther(c, '/continue');
    keepPresence(c, started.value.presence);
    const { offer } = started.value;
    const picture = await qrPicture(offer.uri.reveal());
    const problems = problem ? [{ field: 'code', text: problem }] : [];
    const joining = started.value.presence.session.aal < 2;
    const page = (
      <TotpPage
        frame={frameOf(c)}
        offer={offer}
        picture={picture}
        joining={joining}
        recovered={joining && isRecovered(c)}
        problems={problems}
      />
    );
    return answerPage(c, page, problem ? 422 : 200);
  }

  return routes;
}
