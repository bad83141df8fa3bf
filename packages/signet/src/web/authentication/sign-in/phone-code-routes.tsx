import type { Authentication, SendPhoneCodeError } from '../../../modules/authentication/index.ts';
import { words } from '../../locales/index.ts';
import {
  currentRequest,
  ensurePresence,
  formFields,
  frameOf,
  keepPresence,
  seeOther,
  type WebContext,
} from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage, BackLink, type FieldProblem } from '../../ui/index.ts';
import { PhoneChangedPage, PhoneCodePage } from '../phone/index.ts';
import { refusalWords, sendRefusalWords, whenTyped } from '../refusals/index.ts';
import { nextPage } from '../session/index.ts';
import { SecondFactorPage } from './second-factor-pages.tsx';

const here = '/sign-in/phone';

/** A code by text or call in the place of a second factor. */
export function phoneCodeRoutes(authentication: Authentication): Routes {
  const routes = signetRoutes();

  routes.get(here, (c) => codePage(c));

  routes.post(here, async (c) => {
    const { phone, by } = formFields(c, 'phone', 'by');
    const sent = await send(c, authentication, phone, by);
    if (sent.ok) {
      keepPresence(c, sent.value);
      return seeOther(c, here);
    }
    return refused(c, authentication, sent.error, (problem) => choicesPage(c, problem));
  });

  routes.post(`${here}/again`, async (c) => {
    const { by } = formFields(c, 'by');
    const presence = await ensurePresence(c, authentication.session);
    const underWay = await authentication.phone.codeUnderWay(presence);
    const sent = await send(c, authentication, underWay?.phone ?? '', by);
    if (sent.ok) {
      keepPresence(c, sent.value);
      return seeOther(c, `${here}?again=yes`);
    }
    return refused(c, authentication, sent.error, (problem) => codePage(c, problem));
  });

  routes.post(`${here}/code`, async (c) => {
    const { code } = formFields(c, 'code');
    const presence = await ensurePresence(c, authentication.session);
    const input = { code, source: c.var.visit.source };
    const result = await whenTyped('code', code, () => authentication.phone.verify(presence, input));
    if (result.ok) {
      keepPresence(c, result.value);
      return seeOther(c, await nextPage(c, authentication));
    }
    const { error } = result;
    if (error.code === 'not-now') return seeOther(c, '/continue');
    const say = words(c.var.visit.lang).phones.code;
    const wrong = error.code === 'code-expired' ? say.expired : say.wrong;
    return codePage(c, refusalWords(c.var.visit.lang, error, wrong));
  });

  async function codePage(c: WebContext, problem?: string): Promise<Response> {
    const { presence } = c.var.visit;
    const underWay = presence && (await authentication.phone.codeUnderWay(presence));
    if (!underWay || (await authentication.signIn.nextStep(presence)).step !== 'second-factor')
      return seeOther(c, '/continue');
    const frame = frameOf(c);
    const { phones, common } = words(frame.lang);
    const problems: FieldProblem[] = problem ? [{ field: 'code', text: problem }] : [];
    const page = (
      <PhoneCodePage
        frame={frame}
        underWay={underWay}
        problems={problems}
        again={c.req.query('again') === 'yes' && !problem}
        actions={{ code: `${here}/code`, again: `${here}/again` }}
        submit={phones.code.submit}
        purpose={frame.agency ?? common.product}
        above={<BackLink href="/sign-in/code">{phones.code.other}</BackLink>}
      />
    );
    return answerPage(c, page, problem ? 422 : 200);
  }

  async function choicesPage(c: WebContext, problem: string): Promise<Response> {
    const { presence } = c.var.visit;
    const next = presence && (await authentication.signIn.nextStep(presence));
    const person = presence?.session.person;
    if (next?.step !== 'second-factor' || !person) return seeOther(c, '/continue');
    const { phones } = await authentication.authenticators.of(person);
    const page = (
      <SecondFactorPage
        frame={frameOf(c)}
        choices={next.choices}
        phones={phones}
        problems={[{ field: 'phone', text: problem }]}
      />
    );
    return answerPage(c, page, 422);
  }

  return routes;
}

async function send(c: WebContext, authentication: Authentication, phone: string, by: string) {
  const presence = await ensurePresence(c, authentication.session);
  const { source } = c.var.visit;
  const agency = currentRequest(c)?.agencyName;
  return authentication.phone.sendCode(presence, {
    phone,
    by: by === 'voice' ? 'voice' : 'text',
    agency,
    source,
  });
}

async function refused(
  c: WebContext,
  authentication: Authentication,
  error: SendPhoneCodeError,
  again: (problem: string) => Promise<Response>,
): Promise<Response> {
  if (error.code === 'not-now') return seeOther(c, '/continue');
  if (error.code !== 'phone-changed-hands') return again(sendRefusalWords(c.var.visit.lang, error));
  const { presence } = c.var.visit;
  const next = presence && (await authentication.signIn.nextStep(presence));
  const person = presence?.session.person;
  const phones = person ? (await authentication.authenticators.of(person)).phones : [];
  const others = next?.step === 'second-factor' && (next.choices.length > 1 || phones.length > 1);
  return answerPage(c, <PhoneChangedPage frame={frameOf(c)} others={others} />, 422);
}
