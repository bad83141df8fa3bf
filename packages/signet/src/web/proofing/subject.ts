import { AppError, type PersonId } from '../../kernel/index.ts';
import type { Presence } from '../../modules/authentication/index.ts';
import { recoveringSubject } from '../../modules/proofing/index.ts';
import { seeOther, type WebContext } from '../request/index.ts';
import type { ProofingPagesDeps } from './deps.ts';

/** Personal data is given and shown at AAL2 only (A27). */
const signedIn = (presence: Presence | undefined): PersonId | undefined =>
  presence && presence.session.aal >= 2 ? presence.session.person : undefined;

/** Whose case this browser is at: the person's own, or that of the recovery it began. Nobody else's can be. */
export function subjectOf(presence: Presence | undefined): PersonId | undefined {
  return signedIn(presence) ?? (presence && recoveringSubject(presence)?.subject);
}

/**
 * Anybody else goes to sign in, and comes back here by their agency's request or from their account. Who is signed in and
 * has nowhere to keep an identity gets recovery codes first: they make the vault. A recovery has a vault of its own.
 */
export const requirePerson =
  ({ hasVault }: Pick<ProofingPagesDeps, 'hasVault'>) =>
  async (c: WebContext, next: () => Promise<void>): Promise<Response | undefined> => {
    const { presence } = c.var.visit;
    const person = subjectOf(presence);
    if (person && (presence?.session.opensVault || (await hasVault(person)))) {
      await next();
      return undefined;
    }
    const instead = insteadFor(presence);
    // a page that polls follows no redirect; it goes where this says
    if (c.req.path === '/verify/progress') return c.json({ stage: '', done: true, next: instead });
    return seeOther(c, instead);
  };

function insteadFor(presence: Presence | undefined): string {
  if (signedIn(presence)) return '/recovery-codes';
  return presence && recoveringSubject(presence) ? recoverPath : '/continue';
}

/** The ladder on which proving again is one rung. */
export const recoverPath = '/recover/choose';

/** Whose request this is. Throws where `requirePerson` does not stand before the route. */
export function personOf(c: WebContext): PersonId {
  const person = subjectOf(c.var.visit.presence);
  if (!person) throw new AppError('not-signed-in', { message: 'a proofing route without requirePerson' });
  return person;
}

/** Somebody is getting their account back here, and does not prove themselves for the first time. */
export const isRecovering = (c: WebContext): boolean => signedIn(c.var.visit.presence) === undefined;
