import type { Authentication, Presence } from '../../../modules/authentication/index.ts';
import { keepPresence, type WebContext } from '../../request/index.ts';

type Needs = Pick<Authentication, 'recoveryCodes' | 'signIn'>;

/**
 * Makes recovery codes and keeps them, under the cookie's own secret, until the person says that they are saved: a reload
 * shows the same ones.
 */
export async function showNewCodes(
  c: WebContext,
  { recoveryCodes }: Pick<Needs, 'recoveryCodes'>,
  presence: Presence,
  again: boolean,
): Promise<boolean> {
  const issued = await recoveryCodes.issue(presence, (codes) => ({
    recoveryCodes: codes,
    newRecoveryCodes: again || undefined,
  }));
  if (!issued.ok) return false;
  keepPresence(c, issued.value.presence);
  return true;
}

/**
 * A new account whose last step are its codes gets them with the authenticator that came before: the next page shows them,
 * and none is needed to ask for them. Not on a GET: two tabs could show two sets, of which one counts.
 */
export async function showFirstCodes(c: WebContext, authentication: Needs): Promise<void> {
  const { presence } = c.var.visit;
  if (!presence) return;
  const { step } = await authentication.signIn.nextStep(presence);
  if (step === 'recovery-codes') await showNewCodes(c, authentication, presence, false);
}
