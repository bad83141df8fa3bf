import { AppError, type PersonId } from '../../kernel/index.ts';
import type { Presence } from '../../modules/authentication/index.ts';
import type { WebContext } from './visit.ts';

interface Owner {
  readonly person: PersonId;
  readonly presence: Presence;
}

/** The owner of this account. Throws where the route's row names no guard that lets only its owner pass. */
export function ownerOf(c: WebContext): Owner {
  const { presence } = c.var.visit;
  const person = isAtAal2(presence);
  if (!person || !presence) throw new AppError('no-owner');
  return { person, presence };
}

/** The person who is signed in with two factors (A27), if one is. */
export const isAtAal2 = (presence: Presence | undefined): PersonId | undefined =>
  presence && presence.session.aal >= 2 ? presence.session.person : undefined;
