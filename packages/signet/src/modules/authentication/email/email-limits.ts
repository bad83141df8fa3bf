import { type Clock, err, ok, type PersonId, type Result } from '../../../kernel/index.ts';
import { type Accounts, type EmailAddress, parseEmailAddress } from '../../accounts/index.ts';
import type { Quotas } from '../../quotas/index.ts';
import type { Attempts, TooManyAttempts } from '../limits/index.ts';
import { ownMailLimits } from './limits.ts';

type Counted = ReturnType<Attempts['take']>;

/** Mails and guesses are counted by the address, whatever session they come from. */
export interface EmailLimits {
  /**
   * Counts a mail to this address before it is sent. Where others used up the mails to it, the link in those mails
   * does the same: `mailed-already`.
   */
  countMail(
    address: EmailAddress,
    source: string,
  ): Promise<Result<'counted' | 'mailed-already', TooManyAttempts>>;
  /** The same for a mail that has no link, to where a case is to be answered. */
  countContactMail(address: EmailAddress, source: string): Promise<Result<'counted', TooManyAttempts>>;
  /** The same for somebody who is signed in: what others had mailed there does not use up all of theirs. */
  countOwnMail(
    address: EmailAddress,
    source: string,
    person: PersonId,
  ): Promise<Result<'counted', TooManyAttempts>>;
  /** One guess at a code; sending the form once more in another browser begins no new count. */
  countGuess(address: string, source: string): Counted;
}

export function createEmailLimits(
  accounts: Pick<Accounts, 'digestOf'>,
  attempts: Pick<Attempts, 'take'>,
  quotas: Quotas,
  clock: Clock,
): EmailLimits {
  const digestOf = async (address: EmailAddress) => (await accounts.digestOf(address)).toString('base64url');
  return {
    async countMail(address, source) {
      const taken = await attempts.take('email-sent', await digestOf(address), source);
      if (taken.allowed) return ok('counted');
      return taken.by.some((by) => by !== 'subject') ? err(taken.error) : ok('mailed-already');
    },
    async countContactMail(address, source) {
      const taken = await attempts.take('email-sent', `contact ${await digestOf(address)}`, source);
      return taken.allowed ? ok('counted') : err(taken.error);
    },
    async countOwnMail(address, source, person) {
      const digest = await digestOf(address);
      const taken = await attempts.take('email-sent', digest, source);
      if (taken.allowed) return ok('counted');
      const own = await quotas.take([{ limit: ownMailLimits['a-day'], of: [person, digest] }]);
      if (own.allowed) return ok('counted');
      const retryAfterSeconds = Math.ceil((own.until.getTime() - clock.now().getTime()) / 1000);
      return err({ ...taken.error, retryAfterSeconds });
    },
    async countGuess(address, source) {
      const parsed = parseEmailAddress(address);
      const subject = parsed.ok ? await digestOf(parsed.value) : address;
      return attempts.take('email-code', subject, source);
    },
  };
}
