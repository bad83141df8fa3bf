import type { PersonId } from '../../../kernel/index.ts';
import { confirmedFor, recoveredFor, type Session } from '../session/index.ts';
import type { Authenticators } from './authenticators.ts';

/**
 * Whether this session may bind an authenticator to its person (B13): at the account's highest level,
 * authenticated lately; or, while the
 * account is unfinished, after its address was confirmed in this very session. So an eight-character
 * password alone (B3) never gets to choose the second factor: whoever has only the password needs the mailbox too. Or
 * after a recovery of this person in this very session (B15), until what it bound makes two factors: then like anybody.
 */
export const mayBind = (session: Session, person: PersonId, has: Authenticators): boolean =>
  (session.aal >= 2 && session.recent) ||
  (session.aal < 2 && recoveredFor(session, person)) ||
  (session.aal >= 1 && !has.finished && confirmedFor(session, person));
