import {
  AppError,
  err,
  ok,
  type PersonId,
  type Result,
  rollBackOnError,
  type Tx,
} from '../../../kernel/index.ts';
import { addressesAtMost, maskAddress, parseEmailAddress } from '../../accounts/index.ts';
import type { AddEmailError, ConfirmNewEmailError, NotNow, TooManyAttempts } from '../outcomes.ts';
import type { Parts } from '../parts.ts';
import { newAddressUnderWay, type PendingEmail, pendingKeys } from '../session/pending.ts';
import type { Presence, Session } from '../session/session.ts';
import { countGuess } from './confirm-email.ts';
import type { ContactChanges } from './contact-changes.ts';
import { emailCodeMatches, emailCodeTries } from './email-code.ts';
import { mailCode } from './mail-code.ts';
import { countMail } from './start-sign-up.ts';
import { emailChange } from './undo-email-change.ts';

/** Who may change how they are reached: somebody signed in with two factors (A27). */
export const ownerIn = ({ person, aal }: Session): PersonId | undefined => (aal >= 2 ? person : undefined);

/** Who may begin to change at which addresses: somebody who authenticated just now (step-up). */
export const recentOwnerIn = (session: Session): PersonId | undefined =>
  session.recent ? ownerIn(session) : undefined;

export const addEmail =
  (parts: Parts): ContactChanges['addEmail'] =>
  async (presence, { email, source }): Promise<Result<Presence, AddEmailError>> => {
    const person = recentOwnerIn(presence.session);
    if (!person) return err({ code: 'not-now' });
    const address = parseEmailAddress(email);
    if (!address.ok) return err({ code: address.error });
    const own = await parts.accounts.addresses.of(person);
    if (own.length >= addressesAtMost) return err({ code: 'too-many-addresses' });
    const found = await parts.accounts.findByEmail(address.value);
    if (found?.person === person) return err({ code: 'already-yours' });
    return mailTo(parts, presence, person, email, source);
  };

export const resendNewEmailCode =
  (parts: Parts): ContactChanges['resendNewEmailCode'] =>
  async (presence, { source }): Promise<Result<Presence, TooManyAttempts | NotNow>> => {
    const person = ownerIn(presence.session);
    const earlier = newAddressUnderWay(presence.session);
    if (!person || !earlier) return err({ code: 'not-now' });
    return mailTo(parts, presence, person, earlier.address, source, earlier);
  };

/** The same steps for an address that has an account and for one that has none (A22). */
async function mailTo(
  parts: Parts,
  presence: Presence,
  person: PersonId,
  email: string,
  source: string,
  earlier?: PendingEmail,
): Promise<Result<Presence, TooManyAttempts | NotNow>> {
  const address = parseEmailAddress(email);
  const account = await parts.accounts.get(person);
  if (!address.ok || !account) return err({ code: 'not-now' });
  const ofAccount = await parts.attempts.take('address-added', person, source);
  if (!ofAccount.allowed) return err(ofAccount.error);
  const ofAddress = await countMail(parts, address.value, source);
  if (!ofAddress.allowed) return err(ofAddress.error);
  const found = await parts.accounts.findByEmail(address.value);
  return ok(
    await mailCode(parts)(presence, {
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

export const confirmNewEmail =
  (parts: Parts): ContactChanges['confirmNewEmail'] =>
  async (presence, { code, source }): Promise<Result<Presence, ConfirmNewEmailError>> => {
    const person = ownerIn(presence.session);
    const pending = newAddressUnderWay(presence.session);
    if (!person || !pending) return err({ code: 'not-now' });
    const allowed = await countGuess(parts, pending.address, source);
    if (!allowed.allowed) return err(allowed.error);
    const taken = await parts.confirmations.takeTry(pending.id, emailCodeTries, parts.clock.now());
    if (!taken || taken.person !== person) return gone(parts, presence);
    if (!emailCodeMatches(pending.codeSecret, code, taken.codeHash))
      return err({ code: 'wrong-code', attemptsLeft: emailCodeTries - taken.failures });
    const confirmed = await put(parts, presence, person, pending);
    if (confirmed.ok) await allowed.attempt.succeeded();
    return !confirmed.ok && confirmed.error.code === 'code-expired' ? gone(parts, presence) : confirmed;
  };

/** Used up: by a first press of this very button, which is no error, or by time and wrong codes. */
async function gone(
  { sessions }: Parts,
  presence: Presence,
): Promise<Result<Presence, ConfirmNewEmailError>> {
  const now = await sessions.load(presence.cookie.reveal());
  const done = now && !newAddressUnderWay(now.session);
  return done ? ok(now) : err({ code: 'code-expired' });
}

async function put(
  parts: Parts,
  presence: Presence,
  person: PersonId,
  pending: PendingEmail,
): Promise<Result<Presence, ConfirmNewEmailError>> {
  const address = parseEmailAddress(pending.address);
  const to = await parts.tell.addressees(person);
  if (!address.ok || !to) throw new AppError('account-missing');
  return rollBackOnError(parts.transact, async (tx: Tx): Promise<Result<Presence, ConfirmNewEmailError>> => {
    // with what it confirms, so that a second press, which waits for this one, finds what it did
    if (!(await parts.confirmations.remove(pending.id, tx))) return err({ code: 'code-expired' });
    const added = await parts.accounts.addresses.add(tx, person, address.value);
    if (!added.ok) return err({ code: added.error });
    const next = await parts.sessions.setPending(presence, { [pendingKeys.newAddress]: undefined }, tx);
    if (!added.value.added) return ok(next); // two tabs asked for the same one
    const everywhere = { ...to, addresses: [...to.addresses, address.value.written] };
    const told = { change: 'added', address: maskAddress(address.value.written) } as const;
    const about = emailChange('added', added.value.id);
    await parts.tell.send(tx, everywhere, 'email-addresses-changed', told, { kind: 'contact', about });
    await parts.audit.record(tx, {
      action: 'email.added',
      actor: { kind: 'person' },
      subject: to.account.auditRef,
    });
    return ok(next);
  });
}
