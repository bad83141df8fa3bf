import type { PersonId } from '../../../kernel/index.ts';
import type { EarlierWay } from '../../../modules/authentication/index.ts';
import { recoveryIn } from '../../../modules/proofing/index.ts';
import { type Lang, words } from '../../locales/index.ts';
import {
  allPosted,
  ensurePresence,
  formFields,
  frameOf,
  keepPresence,
  seeOther,
  type WebContext,
} from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage, DatedSentence } from '../../ui/index.ts';
import { refusalWords, refusedAs, whenTyped } from '../refusals/index.ts';
import type { RecoveryPagesNeeds } from './needs.ts';
import { KeepAppPage, keepAppPath, RebindPage, ReviewPage, type ShownWay } from './rebind-pages.tsx';

/** After it: something new to sign in with, and what to do about what was lost. */
export function rebindRoutes({ authentication, recovery, isProven }: RecoveryPagesNeeds): Routes {
  const routes = signetRoutes();

  routes.get('/recover/new', async (c) => {
    const { presence } = c.var.visit;
    const next = presence && (await authentication.signIn.nextStep(presence));
    const person = presence?.session.person;
    if (next?.step !== 'rebind' || !person) return seeOther(c, '/continue');
    const opens = presence.session.opensVault || recoveryIn(presence)?.account === person;
    const locked = !opens && (await isProven(person));
    const { choices } = next;
    const keepsApp = choices.includes('totp') && (await hasApp(person));
    return answerPage(
      c,
      <RebindPage frame={frameOf(c)} choices={choices} keepsApp={keepsApp} locked={locked} />,
    );
  });

  routes.get(keepAppPath, async (c) =>
    (await mayKeepApp(c)) ? answerPage(c, <KeepAppPage frame={frameOf(c)} />) : seeOther(c, '/continue'),
  );

  routes.post(keepAppPath, async (c) => {
    if (!(await mayKeepApp(c))) return seeOther(c, '/continue');
    const { code } = formFields(c, 'code');
    const { lang, source } = c.var.visit;
    const presence = await ensurePresence(c, authentication.session);
    const result = await whenTyped('code', code, () =>
      authentication.authenticatorApp.verify(presence, { code, source }),
    );
    if (result.ok) {
      keepPresence(c, result.value);
      return seeOther(c, '/continue');
    }
    if (result.error.code === 'not-now') return seeOther(c, '/continue');
    const text = refusalWords(lang, result.error, words(lang).recovery.app.wrong);
    const page = <KeepAppPage frame={frameOf(c)} problems={[{ field: 'code', text }]} />;
    return answerPage(c, page, refusedAs(c, result.error));
  });

  routes.get('/recover/review', async (c) => {
    const { presence, lang } = c.var.visit;
    const next = presence && (await authentication.signIn.nextStep(presence));
    if (!presence || next?.step !== 'review-ways') return seeOther(c, '/continue');
    const earlier = await recovery.earlierWays(presence);
    if (earlier.length > 0)
      return answerPage(c, <ReviewPage frame={frameOf(c)} ways={earlier.map((way) => shown(lang, way))} />);
    keepPresence(c, await recovery.settle(presence, []));
    return seeOther(c, '/continue');
  });

  routes.post('/recover/review', async (c) => {
    const presence = await ensurePresence(c, authentication.session);
    const chosen = allPosted(c, 'lost').filter((one) => typeof one === 'string');
    keepPresence(c, await recovery.settle(presence, chosen));
    return seeOther(c, '/continue');
  });

  const hasApp = async (person: PersonId): Promise<boolean> =>
    (await authentication.authenticators.of(person)).totp;

  /** A new password is there, and the app from before is a second step beside it. */
  async function mayKeepApp(c: WebContext): Promise<boolean> {
    const { presence } = c.var.visit;
    const next = presence && (await authentication.signIn.nextStep(presence));
    const person = presence?.session.person;
    return next?.step === 'rebind' && next.choices.includes('totp') && !!person && (await hasApp(person));
  }

  return routes;
}

function shown(lang: Lang, { about, kind, name, boundAt }: EarlierWay): ShownWay {
  const say = words(lang).recovery.review;
  const names = {
    password: say.password,
    totp: say.totp,
    phone: say.phone(name?.slice(-4) ?? ''),
    passkey: name ? say.passkey(name) : say.passkeyUnnamed,
  };
  return {
    ref: about,
    label: names[kind],
    hint: <DatedSentence lang={lang} at={boundAt} sentence={say.since} />,
  };
}
