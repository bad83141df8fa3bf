import { AppError, type PersonId } from '../../kernel/index.ts';
import type { Presence } from '../authentication/index.ts';

export function personIn(presence: Presence | undefined): PersonId {
  if (!presence?.session.person) throw new AppError('not-signed-in', { status: 403 });
  return presence.session.person;
}
