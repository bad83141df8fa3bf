import { assertNever } from '../../../kernel/index.ts';
import type { AddEmailError, ConfirmNewEmailError } from '../../../modules/authentication/index.ts';
import { refusalWords, refusedAs, unfitCodeWords } from '../../authentication/refusals/index.ts';
import { words } from '../../locales/index.ts';
import {
  formFields,
  frameOf,
  keepPresence,
  ownerOf,
  seeOther,
  type WebContext,
} from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import { sections } from '../layout/index.ts';
import type { AccountNeeds } from '../needs.ts';
import { AddEmailPage, NewEmailCodePage } from './email-pages.tsx';

/** One more address, by a code. An address that another account has takes the same pages (A22). */
export function addEmailRoutes({ authentication }: Pick<AccountNeeds, 'authentication'>): Routes {
  const routes = signetRoutes();
  const path = '/account/contact/add';

  routes.get(path, (c) => answerPage(c, <AddEmailPage frame={frameOf(c)} />));

  routes.post(path, async (c) => {
    const { email } = formFields(c, 'email');
    const { source } = c.var.visit;
    const result = await authentication.email.addAddress(ownerOf(c).presence, { email, source });
    if (!result.ok) return notSent(c, email, result.error);
    keepPresence(c, result.value);
    return seeOther(c, '/account/contact/code');
  });

  routes.get('/account/contact/code', (c) => codePage(c, { sent: c.req.query('sent') === 'yes' }));

  routes.post('/account/contact/code', async (c) => {
    const { code } = formFields(c, 'code');
    const { lang, source } = c.var.visit;
    const unfit = unfitCodeWords(lang, code);
    if (unfit) return codePage(c, { problem: unfit });
    const typed = { code, source };
    const result = await authentication.email.confirmNewAddress(ownerOf(c).presence, typed);
    if (!result.ok) return notConfirmed(c, result.error);
    keepPresence(c, result.value);
    return seeOther(c, `${sections.contact}?done=added`);
  });

  routes.post('/account/contact/code/again', async (c) => {
    const { lang, source } = c.var.visit;
    const result = await authentication.email.resendNewAddressCode(ownerOf(c).presence, { source });
    if (result.ok) {
      keepPresence(c, result.value);
      return seeOther(c, '/account/contact/code?sent=yes');
    }
    if (result.error.code === 'not-now') return seeOther(c, sections.contact);
    return codePage(c, {
      problem: refusalWords(lang, result.error, ''),
      status: refusedAs(c, result.error),
    });
  });

  async function notSent(c: WebContext, email: string, error: AddEmailError): Promise<Response> {
    if (error.code === 'not-now') return seeOther(c, '/continue');
    const { errors } = words(c.var.visit.lang).account.contact.addPage;
    const text =
      error.code === 'too-many-attempts' ? refusalWords(c.var.visit.lang, error, '') : errors[error.code];
    const page = <AddEmailPage frame={frameOf(c)} email={email} problems={[{ field: 'email', text }]} />;
    return answerPage(c, page, refusedAs(c, error));
  }

  function notConfirmed(c: WebContext, error: ConfirmNewEmailError): Response | Promise<Response> {
    const { signIn, account } = words(c.var.visit.lang);
    switch (error.code) {
      case 'not-now':
        return seeOther(c, sections.contact);
      case 'wrong-code':
        return codePage(c, { problem: signIn.code.wrong(error.attemptsLeft) });
      case 'too-many-attempts':
        return codePage(c, {
          problem: refusalWords(c.var.visit.lang, error, ''),
          status: refusedAs(c, error),
        });
      case 'code-expired':
        return codePage(c, { problem: signIn.code.expired });
      case 'address-taken':
        return codePage(c, { problem: account.contact.codePage.taken });
      case 'too-many-addresses':
        return codePage(c, { problem: account.contact.addPage.errors[error.code] });
      default:
        return assertNever(error);
    }
  }

  function codePage(
    c: WebContext,
    shown: { readonly sent?: boolean; readonly problem?: string; readonly status?: 422 | 429 | 503 },
  ): Response | Promise<Response> {
    const email = authentication.email.newAddressUnderWay(ownerOf(c).presence);
    if (!email) return seeOther(c, sections.contact);
    const { problem, sent = false, status = 422 } = shown;
    const problems = problem ? [{ field: 'code', text: problem }] : [];
    const page = (
      <NewEmailCodePage frame={frameOf(c)} email={email.reveal()} sent={sent} problems={problems} />
    );
    return answerPage(c, page, problem ? status : 200);
  }

  return routes;
}
