import type { Language, PersonId, Result } from '../../../kernel/index.ts';
import type { EmailAddress } from '../../accounts/index.ts';
import type { TooManyAttempts } from '../limits/index.ts';
import type { Presence } from '../session/index.ts';

/**
 * An account that is unfinished is finished by whoever also reads its mailbox (`may-bind.ts`): beside a way in that alone
 * is one factor, a code goes there. What the ways in ask of the room of email.
 */
export interface FinishByMailbox {
  /** Counts the mail, before anything is signed in. */
  count(address: EmailAddress, source: string, person: PersonId): Promise<Result<'counted', TooManyAttempts>>;
  mail(
    presence: Presence,
    to: { readonly address: EmailAddress; readonly language: Language; readonly person: PersonId },
  ): Promise<Presence>;
}
