import type { PersonId } from '../../../kernel/index.ts';
import type { Session } from '../session/index.ts';

/** Somebody signed in with two factors may change how they are reached (A27). */
export const ownerIn = ({ person, aal }: Session): PersonId | undefined => (aal >= 2 ? person : undefined);

/** A change of addresses begins only soon after an authentication (step-up). */
export const recentOwnerIn = (session: Session): PersonId | undefined =>
  session.recent ? ownerIn(session) : undefined;
