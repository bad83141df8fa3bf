import { isToken, Redacted } from '../../../kernel/index.ts';
import { wideNetworkOf } from '../../../modules/authentication/index.ts';
import type { AtPhone } from '../../../modules/proofing/index.ts';
import { words } from '../../locales/index.ts';
import { formFields, seeOther, speakAs, type WebContext } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import type { ProofingPagesNeeds } from '../needs.ts';
import { keepLink, keepPhone, phoneTokens } from './phone-cookie.ts';
import { phoneFrame } from './phone-frame.ts';
import { BeginPage, CodePage, DonePage, OverPage } from './phone-pages.tsx';
import { placeAtPhone } from './place-at-phone.ts';

/**
 * A phone that is not signed in comes with a link: from a QR code, or with the code that is typed. Nothing is taken before
 * its person has said that they began this themselves.
 */
export function phoneRoutes({ proofing: { phoneCapture } }: ProofingPagesNeeds): Routes {
  const routes = signetRoutes();

  // the token leaves the address at once: it stays in no history, and no page says where it was come from. Programs that
  // look at links before their person does change nothing here
  routes.get('/phone/link/:token', async (c) => {
    const token = c.req.param('token');
    if (!isToken(token)) return seeOther(c, '/phone/over');
    const phone = keepLink(c, new Redacted(token));
    speakAsTheDesk(c, await phoneCapture.atPhone(phone));
    return seeOther(c, '/phone/begin');
  });

  routes.get('/phone', async (c) => {
    const at = await atPhone(c);
    const place = placeAtPhone(at);
    // a phone that is done may help a second person
    if (place !== '/phone/over' && place !== '/phone/done') return seeOther(c, place);
    keepPhone(c);
    return answerPage(c, <CodePage frame={phoneFrame(c)} />);
  });

  routes.post('/phone', async (c) => {
    const { code } = formFields(c, 'code');
    const say = words(c.var.visit.lang).proofing.phoneCapture.phone.code;
    const again = (error: string, status: 422 | 429) =>
      answerPage(c, <CodePage frame={phoneFrame(c)} typed={code.slice(0, 20)} error={error} />, status);
    if (code.trim() === '') return again(say.empty, 422);
    const phone = phoneTokens(c) ?? keepPhone(c);
    const opened = await phoneCapture.openByCode(phone, code, wideNetworkOf(c.var.visit.source));
    if (!opened.ok) return opened.error === 'not-known' ? again(say.wrong, 422) : again(say.tooMany, 429);
    speakAsTheDesk(c, await phoneCapture.atPhone(phone));
    return seeOther(c, '/phone/begin');
  });

  routes.get('/phone/begin', async (c) => {
    const at = await atPhone(c);
    const place = placeAtPhone(at);
    if (!at || place !== '/phone/begin') return seeOther(c, place);
    return answerPage(c, <BeginPage frame={phoneFrame(c)} link={at.link} />);
  });

  routes.post('/phone/begin', async (c) => {
    const phone = phoneTokens(c);
    if (phone) await phoneCapture.join(phone);
    return seeOther(c, placeAtPhone(await atPhone(c)));
  });

  routes.post('/phone/refuse', async (c) => {
    const phone = phoneTokens(c);
    if (phone) await phoneCapture.refuse(phone);
    return seeOther(c, '/phone/over');
  });

  routes.get('/phone/done', async (c) => {
    const place = placeAtPhone(await atPhone(c));
    if (place !== '/phone/done') return seeOther(c, place);
    return answerPage(c, <DonePage frame={phoneFrame(c)} />);
  });

  routes.get('/phone/over', async (c) => {
    const at = await atPhone(c);
    const place = placeAtPhone(at);
    if (place !== '/phone/over') return seeOther(c, place);
    return answerPage(c, <OverPage frame={phoneFrame(c)} standing={at?.link.standing} />);
  });

  async function atPhone(c: WebContext): Promise<AtPhone | undefined> {
    const phone = phoneTokens(c);
    return phone && phoneCapture.atPhone(phone);
  }

  return routes;
}

/** The phone begins in the language of the screen that it helps, unless its person chose another. */
const speakAsTheDesk = (c: WebContext, at: AtPhone | undefined): void => {
  if (at) speakAs(c, [at.link.language]);
};
