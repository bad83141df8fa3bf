import {
  AppError,
  type Clock,
  err,
  ok,
  type PersonId,
  type Result,
  rollBackOnError,
  type Transact,
  type Tx,
} from '../../../kernel/index.ts';
import { type Accounts, maskAddress, parseEmailAddress } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { SecurityNotices } from '../authenticators/index.ts';
import type { PendingEmail, Presence, Sessions } from '../session/index.ts';
import type { Email } from './email.ts';
import { emailCodeMatches, emailCodeTries } from './email-code.ts';
import type { EmailLimits } from './email-limits.ts';
import { newAddressKey, newAddressUnderWay } from './new-address-under-way.ts';
import type { ConfirmNewEmailError } from './outcomes.ts';
import { ownerIn } from './owner.ts';
import type { ConfirmationStore } from './postgres-confirmations.ts';
import { addressChange } from './undo-address-change.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'addresses'>;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly confirmations: Pick<ConfirmationStore, 'remove' | 'takeTry'>;
  readonly emailLimits: Pick<EmailLimits, 'countGuess'>;
  readonly securityNotices: SecurityNotices;
  readonly sessions: Pick<Sessions, 'load' | 'setPending'>;
  readonly transact: Transact;
}

export const confirmNewAddress =
  (needs: Needs): Email['confirmNewAddress'] =>
  async (presence, { code, source }): Promise<Result<Presence, ConfirmNewEmailError>> => {
    const person = ownerIn(presence.session);
    const pending = newAddressUnderWay(presence.session);
    if (!person || !pending) return err({ code: 'not-now' });
    const allowed = await needs.emailLimits.countGuess(pending.address, source);
    if (!allowed.allowed) return err(allowed.error);
    const taken = await needs.confirmations.takeTry(pending.id, emailCodeTries, needs.clock.now());
    if (!taken || taken.person !== person) return gone(needs, presence);
    if (!emailCodeMatches(pending.codeSecret, code, taken.codeHash))
      return err({ code: 'wrong-code', attemptsLeft: emailCodeTries - taken.failures });
    const confirmed = await put(needs, presence, person, pending);
    if (confirmed.ok) await allowed.attempt.succeeded();
    return !confirmed.ok && confirmed.error.code === 'code-expired' ? gone(needs, presence) : confirmed;
  };

/** Used up: by a first press of this very button, which is no error, or by time and wrong codes. */
async function gone(
  { sessions }: Needs,
  presence: Presence,
): Promise<Result<Presence, ConfirmNewEmailError>> {
  const now = await sessions.load(presence.cookie.reveal());
  const done = now && !newAddressUnderWay(now.session);
  return done ? ok(now) : err({ code: 'code-expired' });
}

async function put(
  needs: Needs,
  presence: Presence,
  person: PersonId,
  pending: PendingEmail,
): Promise<Result<Presence, ConfirmNewEmailError>> {
  const address = parseEmailAddress(pending.address);
  const to = await needs.securityNotices.addressees(person);
  if (!address.ok || !to) throw new AppError('account-missing');
  return rollBackOnError(needs.transact, async (tx: Tx): Promise<Result<Presence, ConfirmNewEmailError>> => {
    // with what it confirms, so that a second press, which waits for this one, finds what it did
    if (!(await needs.confirmations.remove(pending.id, tx))) return err({ code: 'code-expired' });
    const added = await needs.accounts.addresses.add(tx, person, address.value);
    if (!added.ok) return err({ code: added.error });
    const next = await needs.sessions.setPending(presence, { [newAddressKey]: undefined }, tx);
    if (!added.value.added) return ok(next); // two tabs asked for the same one
    const everywhere = { ...to, addresses: [...to.addresses, address.value.written] };
    const told = { change: 'added', address: maskAddress(address.value.written) } as const;
    const about = addressChange('added', added.value.id);
    await needs.securityNotices.send(tx, everywhere, 'email-addresses-changed', told, {
      kind: 'contact',
      about,
    });
    await needs.audit.record(tx, {
      action: 'email.added',
      actor: { kind: 'person' },
      subject: to.account.auditRef,
    });
    return ok(next);
  });
}
