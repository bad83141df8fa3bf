import { AppError, type PersonId } from '../../kernel/index.ts';
import type { Presence } from '../../modules/authentication/index.ts';
import { seeOther, type WebContext } from '../context.ts';
import type { ProofingPagesDeps } from './deps.ts';

/** Personal data is given and shown at AAL2 only (A27). */
function proven(presence: Presence | undefined): PersonId | undefined {
  return presence && presence.session.aal >= 2 ? presence.session.person : undefined;
}

/**
 * Anybody else goes to sign in, and comes back here by their agency's request or from their account. Who is signed in and
 * has nowhere to keep an identity gets recovery codes first: they make the vault.
 */
export const requirePerson =
  ({ hasVault }: Pick<ProofingPagesDeps, 'hasVault'>) =>
  async (c: WebContext, next: () => Promise<void>): Promise<Response | undefined> => {
    const { presence } = c.var.visit;
    const person = proven(presence);
    if (person && (presence?.session.opensVault || (await hasVault(person)))) {
      await next();
      return undefined;
    }
    const instead = person ? '/recovery-codes' : '/continue';
    // a page that polls follows no redirect; it goes where this says
    if (c.req.path === '/verify/progress') return c.json({ stage: '', done: true, next: instead });
    return seeOther(c, instead);
  };

/** Whose request this is. Throws where `requirePerson` does not stand before the route. */
export function personOf(c: WebContext): PersonId {
  const person = proven(c.var.visit.presence);
  if (!person) throw new AppError('not-signed-in', { message: 'a proofing route without requirePerson' });
  return person;
}
