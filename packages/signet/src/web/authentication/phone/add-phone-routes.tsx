import type { Child } from 'hono/jsx';
import { assertNever, Redacted } from '../../../kernel/index.ts';
import type { Authentication, ConfirmPhoneError } from '../../../modules/authentication/index.ts';
import { type Lang, words } from '../../locales/index.ts';
import {
  ensurePresence,
  formFields,
  frameOf,
  keepPresence,
  seeOther,
  type WebContext,
} from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage, BackLink } from '../../ui/index.ts';
import { newPhoneWords, refusalWords, unfitCodeWords } from '../refusals/index.ts';
import { showFirstCodes } from '../session/index.ts';
import { AddPhonePage } from './add-phone-page.tsx';
import { PhoneCodePage } from './phone-code-page.tsx';

/** Where a phone is added: on the way to a new account, or in one that stands. */
export interface AddingPhones {
  readonly path: '/sign-up/phone' | '/account/phone';
  readonly passkeyHref: string;
  readonly done: string;
  readonly above: (lang: Lang) => Child;
}

export function addPhoneRoutes(authentication: Authentication, place: AddingPhones): Routes {
  const routes = signetRoutes();
  const codePath = `${place.path}/code` as const;

  const numberPath = (replaced: string | undefined): string =>
    replaced ? `${place.path}?replaces=${encodeURIComponent(replaced)}` : place.path;

  routes.get(place.path, (c) => numberPage(c));

  routes.post(place.path, async (c) => {
    const { number, by } = formFields(c, 'number', 'by');
    const presence = await ensurePresence(c, authentication.session);
    const started = await authentication.phone.start(presence, {
      number: new Redacted(number),
      by: by === 'voice' ? 'voice' : 'text',
      replaces: replacedIn(c),
      source: c.var.visit.source,
    });
    if (started.ok) {
      keepPresence(c, started.value);
      return seeOther(c, codePath);
    }
    if (started.error.code === 'not-now') return seeOther(c, '/continue');
    const problem = newPhoneWords(c.var.visit.lang, started.error);
    return numberPage(c, number, problem);
  });

  routes.get(codePath, (c) => codePage(c));

  routes.post(`${codePath}/again`, async (c) => {
    const { by } = formFields(c, 'by');
    const presence = await ensurePresence(c, authentication.session);
    const { source } = c.var.visit;
    const way = by === 'voice' ? 'voice' : 'text';
    const sent = await authentication.phone.resend(presence, { by: way, source });
    if (sent.ok) {
      keepPresence(c, sent.value);
      return seeOther(c, `${codePath}?again=yes`);
    }
    if (sent.error.code === 'not-now') return seeOther(c, place.path);
    return codePage(c, newPhoneWords(c.var.visit.lang, sent.error));
  });

  routes.post(codePath, async (c) => {
    const { code } = formFields(c, 'code');
    const unfit = unfitCodeWords(c.var.visit.lang, code);
    if (unfit) return codePage(c, unfit);
    const presence = await ensurePresence(c, authentication.session);
    const input = { code, source: c.var.visit.source };
    const bound = await authentication.phone.confirm(presence, input);
    if (bound.ok) {
      keepPresence(c, bound.value);
      if (place.path === '/sign-up/phone') await showFirstCodes(c, authentication);
      return seeOther(c, place.done);
    }
    if (bound.error.code === 'not-now') return seeOther(c, '/continue');
    return codePage(c, wrongWords(c.var.visit.lang, bound.error));
  });

  async function numberPage(c: WebContext, typed = '', problem?: string): Promise<Response> {
    const frame = frameOf(c);
    const replaced = replacedIn(c);
    const page = (
      <AddPhonePage
        frame={frame}
        problems={problem ? [{ field: 'number', text: problem }] : []}
        action={numberPath(replaced)}
        passkeyHref={place.passkeyHref}
        typed={typed}
        calls={authentication.phone.calls}
        above={place.above(frame.lang)}
      />
    );
    return answerPage(c, page, problem ? 422 : 200);
  }

  async function codePage(c: WebContext, problem?: string): Promise<Response> {
    const { presence } = c.var.visit;
    const underWay = presence && authentication.phone.newPhoneUnderWay(presence);
    if (!underWay) return seeOther(c, place.path);
    const frame = frameOf(c);
    const say = words(frame.lang).phones;
    const page = (
      <PhoneCodePage
        frame={frame}
        underWay={underWay}
        problems={problem ? [{ field: 'code', text: problem }] : []}
        again={c.req.query('again') === 'yes' && !problem}
        actions={{ code: codePath, again: `${codePath}/again` }}
        submit={say.code.confirm}
        above={<BackLink href={numberPath(underWay.replaces)}>{say.add.change}</BackLink>}
      />
    );
    return answerPage(c, page, problem ? 422 : 200);
  }

  return routes;
}

/** The phone whose place the new one takes: in the address, so that it is still there after a step-up in between. */
const replacedIn = (c: WebContext): string | undefined => c.req.query('replaces') || undefined;

function wrongWords(lang: Lang, error: Exclude<ConfirmPhoneError, { code: 'not-now' }>): string {
  const say = words(lang).phones;
  switch (error.code) {
    case 'wrong-code':
      return say.code.wrong;
    case 'code-expired':
      return say.code.expired;
    case 'phone-changed-hands':
      return say.add.changed;
    case 'too-many-attempts':
      return refusalWords(lang, error, say.code.wrong);
    default:
      return assertNever(error);
  }
}
