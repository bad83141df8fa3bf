import { err, ok, type PersonId, type Result } from '../../../kernel/index.ts';
import { type Accounts, addressesAtMost, parseEmailAddress } from '../../accounts/index.ts';
import type { Attempts, TooManyAttempts } from '../limits/index.ts';
import type { NotNow, PendingEmail, Presence } from '../session/index.ts';
import type { Email } from './email.ts';
import type { EmailLimits } from './email-limits.ts';
import type { MailCode } from './mail-code.ts';
import { newAddressUnderWay } from './new-address-under-way.ts';
import type { AddEmailError } from './outcomes.ts';
import { ownerIn, recentOwnerIn } from './owner.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'addresses' | 'findByEmail' | 'get'>;
  readonly attempts: Pick<Attempts, 'take'>;
  readonly emailLimits: Pick<EmailLimits, 'countOwnMail'>;
  readonly mailCode: MailCode;
}

export const addAddress =
  (needs: Needs): Email['addAddress'] =>
  async (presence, { email, source }): Promise<Result<Presence, AddEmailError>> => {
    const person = recentOwnerIn(presence.session);
    if (!person) return err({ code: 'not-now' });
    const address = parseEmailAddress(email);
    if (!address.ok) return err({ code: address.error });
    const own = await needs.accounts.addresses.of(person);
    if (own.length >= addressesAtMost) return err({ code: 'too-many-addresses' });
    const found = await needs.accounts.findByEmail(address.value);
    if (found?.person === person) return err({ code: 'already-yours' });
    return mailTo(needs, presence, person, email, source);
  };

export const resendNewAddressCode =
  (needs: Needs): Email['resendNewAddressCode'] =>
  async (presence, { source }): Promise<Result<Presence, TooManyAttempts | NotNow>> => {
    const person = ownerIn(presence.session);
    const earlier = newAddressUnderWay(presence.session);
    if (!person || !earlier) return err({ code: 'not-now' });
    return mailTo(needs, presence, person, earlier.address, source, earlier);
  };

/** The same steps for an address that has an account and for one that has none (A22). */
async function mailTo(
  needs: Needs,
  presence: Presence,
  person: PersonId,
  email: string,
  source: string,
  earlier?: PendingEmail,
): Promise<Result<Presence, TooManyAttempts | NotNow>> {
  const address = parseEmailAddress(email);
  const account = await needs.accounts.get(person);
  if (!address.ok || !account) return err({ code: 'not-now' });
  const ofAccount = await needs.attempts.take('address-added', person, source);
  if (!ofAccount.allowed) return err(ofAccount.error);
  const ofAddress = await needs.emailLimits.countOwnMail(address.value, source, person);
  if (!ofAddress.ok) return ofAddress;
  const found = await needs.accounts.findByEmail(address.value);
  return ok(
    await needs.mailCode(presence, {
      purpose: 'address',
      address: address.value,
      language: (found ?? account).language,
      person,
      subject: account.auditRef,
      known: found !== undefined,
      ...(earlier ? { earlier } : {}),
    }),
  );
}
