import { Hono } from 'hono';
import { Redacted } from '../../kernel/index.ts';
import { type Authentication, passwordLength } from '../../modules/authentication/index.ts';
import { ensurePresence, frameOf, keepPresence, seeOther, type WebEnv } from '../context.ts';
import { answerPage } from '../ui/index.ts';
import { NewPasswordPage } from './new-password-page.tsx';
import { formFields } from './parse.ts';
import { passwordWords } from './password-words.ts';

/** A first or another password for a finished account, at AAL2 (B13). Every other session of the person ends. */
export function newPasswordRoutes(authentication: Authentication): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const { least } = passwordLength;

  routes.get('/account/password', (c) => {
    const session = c.var.visit.presence?.session;
    if (!session?.person || session.aal < 2) return seeOther(c, '/continue');
    return answerPage(c, <NewPasswordPage frame={frameOf(c)} least={least} />);
  });

  routes.post('/account/password', async (c) => {
    const { password } = await formFields(c, 'password');
    const presence = await ensurePresence(c, authentication.sessions);
    if (presence.session.aal < 2) return seeOther(c, '/continue');
    const result = await authentication.setPassword(presence, { password: new Redacted(password) });
    if (result.ok) {
      keepPresence(c, result.value);
      return seeOther(c, '/account/ways?changed=password');
    }
    if (result.error.code === 'not-now') return seeOther(c, '/continue');
    const problems = [{ field: 'password', text: passwordWords(c.var.visit.lang, result.error) }];
    return answerPage(c, <NewPasswordPage frame={frameOf(c)} least={least} problems={problems} />, 422);
  });

  return routes;
}
