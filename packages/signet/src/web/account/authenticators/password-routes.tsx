import { Redacted } from '../../../kernel/index.ts';
import { passwordLength } from '../../../modules/authentication/index.ts';
import { passwordWords, refusedAs } from '../../authentication/refusals/index.ts';
import {
  formFields,
  frameOf,
  keepPresence,
  ownerOf,
  seeOther,
  type WebContext,
} from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage, type FieldProblem } from '../../ui/index.ts';
import type { AccountNeeds } from '../needs.ts';
import { NewPasswordPage } from './password-page.tsx';

/** A first or another password for a finished account (B13). Every other session of the person ends. */
export function passwordRoutes({ authentication }: Pick<AccountNeeds, 'authentication'>): Routes {
  const routes = signetRoutes();
  const { least } = passwordLength;
  const path = '/account/password';

  routes.get(path, (c) => passwordPage(c));

  routes.post(path, async (c) => {
    const { password } = formFields(c, 'password');
    const result = await authentication.password.set(ownerOf(c).presence, {
      password: new Redacted(password),
    });
    if (result.ok) {
      keepPresence(c, result.value);
      return seeOther(c, '/account/ways?done=password');
    }
    if (result.error.code === 'not-now') return seeOther(c, '/continue');
    const problems = [{ field: 'password', text: passwordWords(c.var.visit.lang, result.error) }];
    return passwordPage(c, problems, refusedAs(c, result.error));
  });

  async function passwordPage(
    c: WebContext,
    problems: readonly FieldProblem[] = [],
    status: 200 | ReturnType<typeof refusedAs> = 200,
  ): Promise<Response> {
    const address = await authentication.password.addressFor(ownerOf(c).presence);
    const page = (
      <NewPasswordPage frame={frameOf(c)} least={least} address={address?.reveal()} problems={problems} />
    );
    return answerPage(c, page, status);
  }

  return routes;
}
