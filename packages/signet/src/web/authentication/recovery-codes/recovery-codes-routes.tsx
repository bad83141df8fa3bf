import type { Authentication } from '../../../modules/authentication/index.ts';
import { ensurePresence, frameOf, keepPresence, seeOther } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import { showNewCodes } from '../session/index.ts';
import { confirmPath } from '../step-up/index.ts';
import { RecoveryCodesPage } from './recovery-codes-page.tsx';

/** Recovery codes (B14): the last step of a new account, and new ones for a finished one. */
export function recoveryCodesRoutes(authentication: Authentication): Routes {
  const routes = signetRoutes();
  const { session: sessions } = authentication;

  routes.get('/recovery-codes', async (c) => {
    const { presence } = c.var.visit;
    if (!presence?.session.person || presence.session.aal < 2) return seeOther(c, '/continue');
    const { recoveryCodes, newRecoveryCodes } = presence.session.pending;
    const codes = recoveryCodes as readonly string[] | undefined;
    if (!codes && !presence.session.recent) return seeOther(c, confirmPath('/recovery-codes'));
    const again = codes ? newRecoveryCodes === true : await hasCodes(presence);
    const site = new URL(c.req.url).host;
    const page = (
      <RecoveryCodesPage frame={frameOf(c)} codes={codes} again={again} today={new Date()} site={site} />
    );
    return answerPage(c, page);
  });

  routes.post('/recovery-codes', async (c) => {
    const presence = await ensurePresence(c, sessions);
    if (presence.session.aal >= 2 && !presence.session.recent) return seeOther(c, '/recovery-codes');
    const again = await hasCodes(presence);
    const made = await showNewCodes(c, authentication, presence, again);
    return seeOther(c, made ? '/recovery-codes' : '/continue');
  });

  routes.post('/recovery-codes/saved', async (c) => {
    const presence = await ensurePresence(c, sessions);
    const saved = { recoveryCodes: undefined, newRecoveryCodes: undefined };
    keepPresence(c, await sessions.setPending(presence, saved));
    return seeOther(c, '/continue');
  });

  const hasCodes = async (presence: Parameters<Authentication['signIn']['nextStep']>[0]): Promise<boolean> =>
    (await authentication.signIn.nextStep(presence)).step === 'done';

  return routes;
}
