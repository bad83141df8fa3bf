import { AppError } from '../../../kernel/index.ts';
import type { AtPhone, CaseView, PhotoRole } from '../../../modules/proofing/index.ts';
import type { WebContext } from '../../request/index.ts';

/** A phone that takes the photo of `role`. */
export interface Joined extends AtPhone {
  readonly open: CaseView;
  readonly role: PhotoRole;
}

/** What the guard `phone-link` found. Throws where the route's row does not name it. */
export function joinedAt(c: WebContext): Joined {
  const at = c.var.atPhone;
  if (at?.link.standing.is !== 'joined' || !at.open)
    throw new AppError('no-phone-link', { message: 'a route of a phone that is open to anybody' });
  return { ...at, open: at.open, role: at.link.standing.role };
}
