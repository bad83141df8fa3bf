import { words } from '../../locales/index.ts';
import { formFields, frameOf, seeOther, type WebContext } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage, type FieldProblem } from '../../ui/index.ts';
import { pageToGoOn } from '../step-up/index.ts';
import { OpenVaultPage } from './second-factor-pages.tsx';
import {
  type Again,
  type FactorNeeds,
  goOn,
  type Refused,
  usePassword,
  useRecoveryCode,
} from './use-factor.ts';

/** A password that is newer than the lock, set after a recovery, is right and opens nothing: it is not asked for again. */
const byOtherWays = '/sign-in/open-vault?password=newer';

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
    return goOn(c, needs, result, again, wrong, isOpen ? await wayBack(c) : byOtherWays);
  });

  routes.post('/sign-in/open-vault/code', async (c) => {
    const result = await useRecoveryCode(c, needs);
    const again: Again = (text, status) => vaultPage(c, { field: 'code', text }, status);
    return goOn(c, needs, result, again, words(c.var.visit.lang).signIn.recovery.wrong, await wayBack(c));
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
    const to = await wayBack(c);
    const isNewer = c.req.query('password') === 'newer';
    const page = (
      <OpenVaultPage
        frame={frameOf(c)}
        withPassword={password && !isNewer}
        passwordIsNewer={isNewer}
        to={to}
        problems={problems}
      />
    );
    return answerPage(c, page, status);
  }

  return routes;
}

/** The page of the account that the vault is opened for; none on the way to an agency. */
async function wayBack(c: WebContext): Promise<string | undefined> {
  const to = c.req.method === 'GET' ? c.req.query('to') : formFields(c, 'to').to;
  return to ? pageToGoOn(to) : undefined;
}
