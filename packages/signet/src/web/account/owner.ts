import { AppError, type PersonId } from '../../kernel/index.ts';
import type { Presence } from '../../modules/authentication/index.ts';
import { confirmPath } from '../authentication/index.ts';
import { seeOther, type WebContext } from '../request/index.ts';

/** Everything under `/account` is for somebody signed in with two factors (A27); anybody else signs in first. */
export async function requireOwner(c: WebContext, next: () => Promise<void>): Promise<Response | undefined> {
  if (!signedIn(c.var.visit.presence)) {
    const back = c.req.method === 'GET' ? `?to=${encodeURIComponent(pathOf(c))}` : '';
    return seeOther(c, c.var.visit.idle ? `/sign-in/welcome-back${back}` : '/continue');
  }
  await next();
  return undefined;
}

interface Owner {
  readonly person: PersonId;
  readonly presence: Presence;
}

/** Whose account this is. Throws where `requireOwner` does not stand before the route. */
export function ownerOf(c: WebContext): Owner {
  const { presence } = c.var.visit;
  const person = signedIn(presence);
  if (!person || !presence) throw new AppError('no-owner');
  return { person, presence };
}

/**
 * Step-up: what changes how the account is reached, or shows what is masked, asks for an authentication of the last
 * quarter of an hour. Undefined when there is one; else the answer to give, which leads back to `to`, a page of the
 * account.
 */
export function askedAgain(c: WebContext, to: string): Response | undefined {
  return ownerOf(c).presence.session.recent ? undefined : seeOther(c, confirmPath(to));
}

const signedIn = (presence: Presence | undefined): PersonId | undefined =>
  presence && presence.session.aal >= 2 ? presence.session.person : undefined;

function pathOf(c: WebContext): string {
  const url = new URL(c.req.url);
  return url.pathname + url.search;
}
