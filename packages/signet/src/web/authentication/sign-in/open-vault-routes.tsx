import { words } from '../../locales/index.ts';
import { formFields, frameOf, seeOther, type WebContext } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage, type FieldProblem } from '../../ui/index.ts';
import { returnPath } from '../step-up/index.ts';
import { OpenVaultPage } from './open-vault-page.tsx';
import {
  type Again,
  type FactorNeeds,
  goOn,
  type Refused,
  usePassword,
  useRecoveryCode,
} from './use-factor.ts';

/** What the page knows of the visit; its forms carry it on, so that a wrong code leads back to the same page. */
interface State {
  /** The password is newer than the lock, set after a recovery: it is right and opens nothing, and is not asked for again. */
  readonly passwordIsNewer: boolean;
  /** The page of the account that the vault is opened for; none on the way to an agency. */
  readonly to: string | undefined;
}

/** A session with two factors whose vault is shut: by a way in that opens it. */
export function openVaultRoutes(needs: FactorNeeds): Routes {
  const { authentication } = needs;
  const routes = signetRoutes();

  routes.get('/sign-in/open-vault', (c) =>
    c.var.visit.presence?.session.person ? vaultPage(c) : seeOther(c, '/continue'),
  );

  routes.post('/sign-in/open-vault/password', async (c) => {
    const result = await usePassword(c, needs);
    const wrong = words(c.var.visit.lang).signIn.signIn.errors['wrong-password'];
    const again: Again = (text, status) => vaultPage(c, { field: 'password', text }, status);
    if (!result) return seeOther(c, '/continue');
    const isOpen = result.ok && result.value.session.opensVault;
    const { to } = stateOf(c);
    return goOn(c, needs, result, again, wrong, isOpen ? to : addressOf({ passwordIsNewer: true, to }));
  });

  routes.post('/sign-in/open-vault/code', async (c) => {
    const result = await useRecoveryCode(c, needs);
    const again: Again = (text, status) => vaultPage(c, { field: 'code', text }, status);
    return goOn(c, needs, result, again, words(c.var.visit.lang).signIn.recovery.wrong, stateOf(c).to);
  });

  async function vaultPage(
    c: WebContext,
    problem?: FieldProblem,
    status: Refused | 200 = 200,
  ): Promise<Response> {
    const person = c.var.visit.presence?.session.person;
    if (!person) return seeOther(c, '/continue');
    const { password } = await authentication.authenticators.of(person);
    const problems = problem ? [problem] : [];
    const { passwordIsNewer, to } = stateOf(c);
    const page = (
      <OpenVaultPage
        frame={{ ...frameOf(c), path: addressOf({ passwordIsNewer, to }) }}
        withPassword={password}
        passwordIsNewer={passwordIsNewer}
        to={to}
        problems={problems}
      />
    );
    return answerPage(c, page, status);
  }

  return routes;
}

/** From the address, or from the form that was sent; nothing else is taken from either. */
function stateOf(c: WebContext): State {
  if (c.req.method === 'GET')
    return { passwordIsNewer: c.req.query('password') === 'newer', to: returnPath(c.req.query('to')) };
  const sent = formFields(c, 'to', 'password-is');
  return { passwordIsNewer: sent['password-is'] === 'newer', to: returnPath(sent.to) };
}

function addressOf({ passwordIsNewer, to }: State): string {
  const asked = new URLSearchParams({ ...(passwordIsNewer && { password: 'newer' }), ...(to && { to }) });
  return asked.size > 0 ? `/sign-in/open-vault?${asked}` : '/sign-in/open-vault';
}
