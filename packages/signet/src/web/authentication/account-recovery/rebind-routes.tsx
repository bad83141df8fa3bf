import type { EarlierWay } from '../../../modules/authentication/index.ts';
import { recoveryIn } from '../../../modules/proofing/index.ts';
import { type Lang, words } from '../../locales/index.ts';
import { allPosted, ensurePresence, frameOf, keepPresence, seeOther } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage, DatedSentence } from '../../ui/index.ts';
import type { RecoveryPagesNeeds } from './needs.ts';
import { RebindPage, ReviewPage, type ShownWay } from './rebind-pages.tsx';

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
    return answerPage(c, <RebindPage frame={frameOf(c)} choices={next.choices} locked={locked} />);
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
