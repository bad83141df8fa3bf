import {
  AppError,
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
import type { EmailedCodes, RightCode } from './emailed-codes.ts';
import { newAddressKey, newAddressUnderWay } from './new-address-under-way.ts';
import type { ConfirmNewEmailError } from './outcomes.ts';
import { ownerIn } from './owner.ts';
import { addressChange } from './undo-address-change.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'addresses'>;
  readonly audit: AuditLog;
  readonly emailedCodes: Pick<EmailedCodes, 'judge'>;
  readonly securityNotices: SecurityNotices;
  readonly sessions: Pick<Sessions, 'load' | 'setPending'>;
  readonly transact: Transact;
}

export const confirmNewAddress =
  (needs: Needs): Email['confirmNewAddress'] =>
  async (presence, typed): Promise<Result<Presence, ConfirmNewEmailError>> => {
    const person = ownerIn(presence.session);
    const pending = newAddressUnderWay(presence.session);
    if (!person || !pending) return err({ code: 'not-now' });
    const judged = await needs.emailedCodes.judge(pending, typed, person);
    if (!judged.ok) return judged.error.code === 'code-expired' ? gone(needs, presence) : judged;
    const confirmed = await put(needs, presence, person, pending, judged.value);
    if (confirmed.ok) await judged.value.succeeded();
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
  right: RightCode,
): Promise<Result<Presence, ConfirmNewEmailError>> {
  const address = parseEmailAddress(pending.address);
  const to = await needs.securityNotices.addressees(person);
  if (!address.ok || !to) throw new AppError('account-missing');
  return rollBackOnError(needs.transact, async (tx: Tx): Promise<Result<Presence, ConfirmNewEmailError>> => {
    // with what it confirms, so that a second press, which waits for this one, finds what it did
    if (!(await right.useUp(tx))) return err({ code: 'code-expired' });
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
