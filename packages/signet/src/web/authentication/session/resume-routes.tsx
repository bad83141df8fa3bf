import { Redacted } from '../../../kernel/index.ts';
import type { Accounts } from '../../../modules/accounts/index.ts';
import type { Authentication, Presence } from '../../../modules/authentication/index.ts';
import { words } from '../../locales/index.ts';
import { formFields, frameOf, keepPresence, seeOther, type WebContext } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import { refusalWords, whenTyped } from '../refusals/index.ts';
import { pageToGoOn } from '../step-up/index.ts';
import { nextPage } from './next-page.ts';
import { ResumePage } from './resume-page.tsx';

/** The way back into a session that lay longer than the idle limit. The passkey's part is in `passkey-routes.ts`. */
export function resumeRoutes(needs: {
  readonly authentication: Authentication;
  readonly accounts: Pick<Accounts, 'primaryAddress'>;
}): Routes {
  const { authentication, accounts } = needs;
  const routes = signetRoutes();

  routes.get('/sign-in/welcome-back', (c) => page(c, targetIn(c.req.query('to'))));

  routes.post('/sign-in/welcome-back', async (c) => {
    const { password, to } = formFields(c, 'password', 'to');
    const { idle, source, lang } = { ...c.var.visit, source: c.var.visit.circumstances.source };
    const email = idle?.session.idle && (await accounts.primaryAddress(idle.session.idle.person));
    if (!idle || !email) return seeOther(c, '/continue');
    const typed = { email: email.reveal(), password: new Redacted(password), source };
    const result = await whenTyped('password', password, () => authentication.password.signIn(idle, typed));
    if (!result.ok) {
      const wrong = words(lang).signIn.signIn.errors['wrong-password'];
      return page(c, targetIn(to), refusalWords(lang, result.error, wrong));
    }
    keepPresence(c, result.value);
    return seeOther(c, await resumedAt(c, authentication, result.value, targetIn(to)));
  });

  async function page(c: WebContext, to: string | undefined, problem?: string): Promise<Response> {
    const person = c.var.visit.idle?.session.idle?.person;
    const [email, has] = person
      ? await Promise.all([accounts.primaryAddress(person), authentication.authenticators.of(person)])
      : [];
    if (!email || !has) return seeOther(c, to ?? '/continue');
    const { passkeys, password } = has;
    const shown = (
      <ResumePage
        frame={frameOf(c)}
        to={to}
        masked={inPart(email.reveal())}
        withPasskey={passkeys.some(({ userVerified }) => userVerified)}
        withPassword={password}
        problems={problem ? [{ field: 'password', text: problem }] : []}
      />
    );
    return answerPage(c, shown, problem ? 422 : 200);
  }

  return routes;
}

/** Back to the page where the person was, once the session is at AAL2 again; otherwise on to the factor that is missing. */
export const resumedAt = async (
  c: WebContext,
  authentication: Authentication,
  { session }: Presence,
  to: string | undefined,
): Promise<string> => (to && session.aal >= 2 ? to : nextPage(c, authentication));

const targetIn = (to: string | undefined): string | undefined => (to ? pageToGoOn(to) : undefined);

/** `m•••@mail.example`: enough to know one's own by (T2). */
const inPart = (address: string): string => {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}•••${address.slice(at)}`;
};
