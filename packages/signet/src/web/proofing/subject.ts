import { AppError, type PersonId } from '../../kernel/index.ts';
import type { Presence } from '../../modules/authentication/index.ts';
import { recoveryIn } from '../../modules/proofing/index.ts';
import type { WebContext } from '../request/index.ts';
import { isAtAal2 } from '../request/index.ts';

/** The subject of this browser's case: the person who is signed in, or that of the recovery it began. */
export function subjectOf(presence: Presence | undefined): PersonId | undefined {
  return isAtAal2(presence) ?? (presence && recoveryIn(presence)?.subject);
}

/**
 * Where anybody else goes first: to sign in, and back here by their agency's request or from their account. A person who
 * is signed in and has nowhere to keep an identity gets recovery codes first: they make the vault. A recovery has a vault
 * of its own.
 */
export function signInForProofing(presence: Presence | undefined): string {
  if (isAtAal2(presence)) return '/recovery-codes';
  return presence && recoveryIn(presence) ? recoverPath : '/continue';
}

/** Where the ways to recover an account are listed; proving again is one of them. */
export const recoverPath = '/recover/choose';

/** The subject of this request. Throws where the route's row does not name `proofing-subject`. */
export function personOf(c: WebContext): PersonId {
  const person = subjectOf(c.var.visit.presence);
  if (!person)
    throw new AppError('not-signed-in', { message: 'a route of proofing that is open to anybody' });
  return person;
}

/** Somebody is getting their account back here, and does not prove themselves for the first time. */
export const isRecovering = (c: WebContext): boolean => isAtAal2(c.var.visit.presence) === undefined;
