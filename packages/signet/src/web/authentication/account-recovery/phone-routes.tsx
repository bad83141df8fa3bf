import type { PhoneView } from '../../../modules/authentication/index.ts';
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
import { answerPage, BackLink, Page } from '../../ui/index.ts';
import { PhoneChangedPage, PhoneCodePage, SendToPhones } from '../phone/index.ts';
import { refusalWords, refusedAs, sendRefusalWords, whenTyped } from '../refusals/index.ts';
import type { RecoveryPagesNeeds } from './needs.ts';

const here = '/recover/phone';

/** A code by text or call beside the emailed one (B15). Nothing is sent before a button is pressed. */
export function phoneRoutes({ authentication, recovery }: RecoveryPagesNeeds): Routes {
  const routes = signetRoutes();

  routes.get(here, (c) => choicesPage(c));
  routes.post(here, (c) => send(c, (problem) => choicesPage(c, problem)));
  routes.get(`${here}/code`, (c) => codePage(c));
  routes.post(`${here}/again`, (c) => send(c, (problem) => codePage(c, problem)));

  routes.post(`${here}/code`, async (c) => {
    const { code } = formFields(c, 'code');
    const { lang, source } = c.var.visit;
    const presence = await ensurePresence(c, authentication.session);
    const input = { code, source };
    const result = await whenTyped('code', code, () => recovery.usePhoneCode(presence, input));
    if (result.ok) {
      keepPresence(c, result.value);
      return seeOther(c, '/continue');
    }
    const { error } = result;
    if (error.code === 'not-now') return seeOther(c, '/recover/choose');
    return codePage(c, refusalWords(lang, error, words(lang).phones.code.wrong), refusedAs(c, error));
  });

  async function phonesOf(c: WebContext): Promise<readonly PhoneView[]> {
    const { presence } = c.var.visit;
    const person = presence && (await recovery.personUnderWay(presence));
    const phones = person ? (await authentication.authenticators.of(person)).phones : [];
    return phones.filter(({ on }) => on);
  }

  async function send(c: WebContext, again: (problem: string) => Promise<Response>): Promise<Response> {
    const { phone, by } = formFields(c, 'phone', 'by');
    const { lang, source } = c.var.visit;
    if ((await phonesOf(c)).length === 0) return seeOther(c, '/recover/choose');
    const presence = await ensurePresence(c, authentication.session);
    const sent = await authentication.phone.sendCode(presence, {
      phone: phone || ((await authentication.phone.codeUnderWay(presence))?.phone ?? ''),
      by: by === 'voice' ? 'voice' : 'text',
      source,
    });
    if (sent.ok) {
      keepPresence(c, sent.value);
      return seeOther(c, `${here}/code${phone ? '' : '?again=yes'}`);
    }
    if (sent.error.code === 'not-now') return seeOther(c, '/recover/choose');
    if (sent.error.code === 'phone-changed-hands')
      return answerPage(c, <PhoneChangedPage frame={frameOf(c)} others={false} />, 422);
    return again(sendRefusalWords(lang, sent.error));
  }

  async function choicesPage(c: WebContext, problem?: string): Promise<Response> {
    const phones = await phonesOf(c);
    if (phones.length === 0) return seeOther(c, '/recover/choose');
    const frame = frameOf(c);
    const say = words(frame.lang).recovery;
    const problems = problem ? [{ field: 'phone', text: problem }] : [];
    const page = (
      <Page
        frame={frame}
        title={say.phone.title}
        problems={problems}
        above={<BackLink href="/recover/choose">{say.other}</BackLink>}
      >
        <h1>{say.phone.title}</h1>
        <SendToPhones frame={frame} phones={phones} alone problem={problem} action={here} />
      </Page>
    );
    return answerPage(c, page, problem ? 422 : 200);
  }

  async function codePage(c: WebContext, problem?: string, status: 422 | 429 | 503 = 422): Promise<Response> {
    const { presence } = c.var.visit;
    const underWay = presence && (await authentication.phone.codeUnderWay(presence));
    if (!underWay || (await phonesOf(c)).length === 0) return seeOther(c, '/recover/choose');
    const frame = frameOf(c);
    const { common, recovery: say } = words(frame.lang);
    const page = (
      <PhoneCodePage
        frame={frame}
        underWay={underWay}
        problems={problem ? [{ field: 'code', text: problem }] : []}
        again={c.req.query('again') === 'yes' && !problem}
        actions={{ code: `${here}/code`, again: `${here}/again` }}
        submit={common.buttons.continue}
        purpose={common.product}
        above={<BackLink href="/recover/choose">{say.other}</BackLink>}
      />
    );
    return answerPage(c, page, problem ? status : 200);
  }

  return routes;
}
