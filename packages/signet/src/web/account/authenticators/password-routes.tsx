import { Redacted } from '../../../kernel/index.ts';
import { passwordLength } from '../../../modules/authentication/index.ts';
import { passwordWords } from '../../authentication/refusals/password-words.ts';
import { refusedAs } from '../../authentication/refusals/refusal-words.ts';
import { formFields } from '../../request/form-fields.ts';
import { frameOf, keepPresence, seeOther } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import type { AccountDeps } from '../deps.ts';
import { ownerOf } from '../owner.ts';
import { NewPasswordPage } from './password-page.tsx';

/** A first or another password for a finished account (B13). Every other session of the person ends. */
export function passwordRoutes({ authentication }: Pick<AccountDeps, 'authentication'>): Routes {
  const routes = signetRoutes();
  const { least } = passwordLength;
  const path = '/account/password';

  routes.get(path, (c) => answerPage(c, <NewPasswordPage frame={frameOf(c)} least={least} />));

  routes.post(path, async (c) => {
    const { password } = await formFields(c, 'password');
    const result = await authentication.password.set(ownerOf(c).presence, {
      password: new Redacted(password),
    });
    if (result.ok) {
      keepPresence(c, result.value);
      return seeOther(c, '/account/ways?done=password');
    }
    if (result.error.code === 'not-now') return seeOther(c, '/continue');
    const problems = [{ field: 'password', text: passwordWords(c.var.visit.lang, result.error) }];
    return answerPage(
      c,
      <NewPasswordPage frame={frameOf(c)} least={least} problems={problems} />,
      refusedAs(c, result.error),
    );
  });

  return routes;
}
