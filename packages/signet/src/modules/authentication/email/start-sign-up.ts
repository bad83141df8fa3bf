import { err, ok, type Result } from '../../../kernel/index.ts';
import { type Accounts, parseEmailAddress } from '../../accounts/index.ts';
import type { TooManyAttempts } from '../limits/index.ts';
import type { NotNow, Presence } from '../session/index.ts';
import { emailUnderWay } from '../session/index.ts';
import type { Email } from './email.ts';
import type { EmailLimits } from './email-limits.ts';
import type { MailCode } from './mail-code.ts';
import type { StartSignUpError } from './outcomes.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'findByEmail'>;
  readonly emailLimits: Pick<EmailLimits, 'countMail' | 'countOwnMail'>;
  readonly mailCode: MailCode;
}

/**
 * An address with an account and one without take the same steps, the same queries and the same time, and get the
 * same page: which it is says only a mail to the address itself.
 */
export const startSignUp =
  (needs: Needs): Email['start'] =>
  async (presence, { email, language, source, agency }): Promise<Result<Presence, StartSignUpError>> => {
    if (presence.session.person) return err({ code: 'not-now' });
    const address = parseEmailAddress(email);
    if (!address.ok) return err({ code: address.error });
    const counted = await needs.emailLimits.countMail(address.value, source);
    if (!counted.ok) return counted;
    const account = await needs.accounts.findByEmail(address.value);
    return ok(
      await needs.mailCode(presence, {
        purpose: 'account',
        address: address.value,
        language: account?.language ?? language, // a stranger does not choose how somebody is written to
        person: null,
        known: account !== undefined,
        agency,
        mailedAlready: counted.value === 'mailed-already',
      }),
    );
  };

/** To a person who is signed in it goes to an address of theirs only: the session may have begun with somebody else's. */
export const resendEmailCode =
  (needs: Needs): Email['resend'] =>
  async (presence, { source, agency }): Promise<Result<Presence, TooManyAttempts | NotNow>> => {
    const earlier = emailUnderWay(presence.session);
    const address = earlier && parseEmailAddress(earlier.address);
    if (!earlier || !address?.ok) return err({ code: 'not-now' });
    const { person = null } = presence.session;
    const counted = person
      ? await needs.emailLimits.countOwnMail(address.value, source, person)
      : await needs.emailLimits.countMail(address.value, source);
    if (!counted.ok) return counted;
    const account = await needs.accounts.findByEmail(address.value);
    if (person && account?.person !== person) return err({ code: 'not-now' });
    return ok(
      await needs.mailCode(presence, {
        purpose: 'account',
        address: address.value,
        language: earlier.language,
        person,
        known: account !== undefined && !person,
        agency,
        earlier,
        mailedAlready: counted.value === 'mailed-already',
      }),
    );
  };
