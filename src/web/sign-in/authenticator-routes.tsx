import { Hono } from 'hono';
import { toDataURL } from 'qrcode';
import { Redacted } from '../../kernel/index.ts';
import {
  type Authentication,
  passwordLength,
  type SetPasswordError,
} from '../../modules/authentication/index.ts';
import { ensurePresence, frameOf, keepPresence, seeOther, type WebContext, type WebEnv } from '../context.ts';
import { type Lang, words } from '../locales/index.ts';
import { answerPage } from '../ui/index.ts';
import {
  FirstAuthenticatorPage,
  RecoveryCodesPage,
  SecondAuthenticatorPage,
  TotpPage,
} from './authenticator-pages.tsx';
import { digitsOf, formFields } from './parse.ts';

/** What a new account is opened with: first authenticator, second one, recovery codes. */
export function authenticatorRoutes(authentication: Authentication): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const { sessions } = authentication;

  routes.get('/sign-up/password', async (c) => {
    const { presence } = c.var.visit;
    if (!presence || !(await mayChoosePassword(presence))) return seeOther(c, '/continue');
    return answerPage(c, <FirstAuthenticatorPage frame={frameOf(c)} least={passwordLength.least} />);
  });

  routes.post('/sign-up/password', async (c) => {
    const { password } = await formFields(c, 'password');
    const presence = await ensurePresence(c, sessions);
    const result = await authentication.setPassword(presence, { password: new Redacted(password) });
    if (result.ok) {
      keepPresence(c, result.value);
      return seeOther(c, '/continue');
    }
    if (result.error.code === 'not-now') return seeOther(c, '/continue');
    const problems = [{ field: 'password', text: passwordWords(c.var.visit.lang, result.error) }];
    const page = (
      <FirstAuthenticatorPage frame={frameOf(c)} least={passwordLength.least} problems={problems} />
    );
    return answerPage(c, page, 422);
  });

  routes.get('/sign-up/second', async (c) => {
    const { presence } = c.var.visit;
    const next = presence && (await authentication.nextStep(presence));
    if (next?.step !== 'second-authenticator') return seeOther(c, '/continue');
    return answerPage(c, <SecondAuthenticatorPage frame={frameOf(c)} choices={next.choices} />);
  });

  routes.get('/sign-up/app', (c) => totpPage(c));

  routes.post('/sign-up/app', async (c) => {
    const { code } = await formFields(c, 'code');
    const presence = await ensurePresence(c, sessions);
    const result = await authentication.confirmTotp(presence, { code: digitsOf(code) });
    if (result.ok) {
      keepPresence(c, result.value);
      return seeOther(c, '/continue');
    }
    if (result.error.code === 'not-now') return seeOther(c, '/continue');
    return totpPage(c, words(c.var.visit.lang).signIn.totp.wrong);
  });

  routes.get('/recovery-codes', async (c) => {
    const { presence } = c.var.visit;
    if (!presence?.session.person) return seeOther(c, '/continue');
    const codes = presence.session.pending.recoveryCodes as readonly string[] | undefined;
    return answerPage(c, <RecoveryCodesPage frame={frameOf(c)} codes={codes} />);
  });

  routes.post('/recovery-codes', async (c) => {
    const presence = await ensurePresence(c, sessions);
    const result = await authentication.issueRecoveryCodes(presence);
    if (!result.ok) return seeOther(c, '/continue');
    // kept, under the cookie's own secret, until the person says they are saved: a reload shows the same ones
    const codes = result.value.codes.map((code) => code.reveal());
    keepPresence(c, await sessions.setPending(result.value.presence, { recoveryCodes: codes }));
    return seeOther(c, '/recovery-codes');
  });

  routes.post('/recovery-codes/saved', async (c) => {
    const presence = await ensurePresence(c, sessions);
    keepPresence(c, await sessions.setPending(presence, { recoveryCodes: undefined }));
    return seeOther(c, '/continue');
  });

  async function mayChoosePassword(presence: Parameters<Authentication['nextStep']>[0]): Promise<boolean> {
    const next = await authentication.nextStep(presence);
    if (next.step === 'first-authenticator') return true;
    return next.step === 'second-authenticator' && next.choices.includes('password');
  }

  async function totpPage(c: WebContext, problem?: string): Promise<Response> {
    const presence = await ensurePresence(c, sessions);
    const started = await authentication.startTotp(presence);
    if (!started.ok) return seeOther(c, '/continue');
    keepPresence(c, started.value.presence);
    const { offer } = started.value;
    const picture = await toDataURL(offer.uri.reveal(), { margin: 2, scale: 4, errorCorrectionLevel: 'M' });
    const problems = problem ? [{ field: 'code', text: problem }] : [];
    const page = <TotpPage frame={frameOf(c)} offer={offer} picture={picture} problems={problems} />;
    return answerPage(c, page, problem ? 422 : 200);
  }

  return routes;
}

function passwordWords(lang: Lang, error: Exclude<SetPasswordError, { code: 'not-now' }>): string {
  const say = words(lang).signIn.first.errors;
  switch (error.code) {
    case 'password-too-short':
    case 'password-too-long':
      return say[error.code](error.limit);
    case 'password-is-context':
      return say[error.context];
    default:
      return say[error.code];
  }
}
