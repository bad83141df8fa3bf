import { type Accounts, type EmailAddress, parseEmailAddress } from '../../accounts/index.ts';
import type { Attempts } from '../limits/index.ts';

type Counted = ReturnType<Attempts['take']>;

/** Mails and guesses are counted by the address, whatever session they come from. */
export interface EmailLimits {
  /** Counts a mail to this address before it is sent. */
  countMail(address: EmailAddress, source: string): Counted;
  /** One guess at a code; sending the form once more in another browser begins no new count. */
  countGuess(address: string, source: string): Counted;
}

export function createEmailLimits(
  accounts: Pick<Accounts, 'digestOf'>,
  attempts: Pick<Attempts, 'take'>,
): EmailLimits {
  const digestOf = async (address: EmailAddress) => (await accounts.digestOf(address)).toString('base64url');
  return {
    countMail: async (address, source) => attempts.take('email-sent', await digestOf(address), source),
    async countGuess(address, source) {
      const parsed = parseEmailAddress(address);
      const subject = parsed.ok ? await digestOf(parsed.value) : address;
      return attempts.take('email-code', subject, source);
    },
  };
}
