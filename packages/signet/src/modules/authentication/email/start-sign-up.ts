import { err, ok, type Result } from '../../../kernel/index.ts';
import { type EmailAddress, parseEmailAddress } from '../../accounts/index.ts';
import type { Authentication } from '../authentication.ts';
import type { NotNow, StartSignUpError, TooManyAttempts } from '../outcomes.ts';
import type { Parts } from '../parts.ts';
import { emailUnderWay } from '../session/pending.ts';
import type { Presence } from '../session/session.ts';
import { mailCode } from './mail-code.ts';

/**
 * An address with an account and one without take the same steps, the same queries and the same time, and get the
 * same page: which it is says only a mail to the address itself.
 */
export const startSignUp =
  (parts: Parts): Authentication['startSignUp'] =>
  async (presence, { email, language, source, agency }): Promise<Result<Presence, StartSignUpError>> => {
    if (presence.session.person) return err({ code: 'not-now' });
    const address = parseEmailAddress(email);
    if (!address.ok) return err({ code: address.error });
    const taken = await countMail(parts, address.value, source);
    if (!taken.allowed) return err(taken.error);
    const account = await parts.accounts.findByEmail(address.value);
    return ok(
      await mailCode(parts)(presence, {
        purpose: 'account',
        address: address.value,
        language: account?.language ?? language, // a stranger does not choose how somebody is written to
        person: null,
        known: account !== undefined,
        agency,
      }),
    );
  };

/** To who is here only at an address of theirs: the session may have begun with somebody else's under way. */
export const resendEmailCode =
  (parts: Parts): Authentication['resendEmailCode'] =>
  async (presence, { source, agency }): Promise<Result<Presence, TooManyAttempts | NotNow>> => {
    const earlier = emailUnderWay(presence.session);
    const address = earlier && parseEmailAddress(earlier.address);
    if (!earlier || !address?.ok) return err({ code: 'not-now' });
    const taken = await countMail(parts, address.value, source);
    if (!taken.allowed) return err(taken.error);
    const account = await parts.accounts.findByEmail(address.value);
    const { person = null } = presence.session;
    if (person && account?.person !== person) return err({ code: 'not-now' });
    return ok(
      await mailCode(parts)(presence, {
        purpose: 'account',
        address: address.value,
        language: earlier.language,
        person,
        known: account !== undefined && !person,
        agency,
        earlier,
      }),
    );
  };

/** Counts a mail to this address before it is sent. */
export async function countMail(
  { accounts, attempts }: Pick<Parts, 'accounts' | 'attempts'>,
  address: EmailAddress,
  source: string,
) {
  const digest = await accounts.digestOf(address);
  return attempts.take('email-sent', digest.toString('base64url'), source);
}
