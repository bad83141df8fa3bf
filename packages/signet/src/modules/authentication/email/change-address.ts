import type { Transact } from '../../../kernel/index.ts';
import {
  AppError,
  err,
  ok,
  type PersonId,
  type Result,
  rollBackOnError,
  type Tx,
} from '../../../kernel/index.ts';
import { type Accounts, maskAddress, type OwnAddress } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { SecurityNotices } from '../authenticators/index.ts';
import type { Presence } from '../session/index.ts';
import type { Email } from './email.ts';
import type { ChangeEmailError } from './outcomes.ts';
import { recentOwnerIn } from './owner.ts';
import { addressChange } from './undo-address-change.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'addresses'>;
  readonly audit: AuditLog;
  readonly securityNotices: SecurityNotices;
  readonly transact: Transact;
}

/** Never the primary one, and so never the last. Told to every address, the removed one among them (B16). */
export const removeAddress =
  (needs: Needs): Email['removeAddress'] =>
  (presence, { id }) =>
    change(needs, presence, id, 'removed', async (tx, person) => {
      const removed = await needs.accounts.addresses.remove(tx, person, id);
      return removed ? ok(id) : err({ code: 'not-removable' });
    });

export const makePrimary =
  (needs: Needs): Email['makePrimary'] =>
  (presence, { id }) =>
    change(needs, presence, id, 'primary', async (tx, person) => {
      const before = await needs.accounts.addresses.makePrimary(tx, person, id);
      return before ? ok(before) : err({ code: 'no-such-address' });
    });

async function change(
  { accounts, audit, securityNotices, transact }: Needs,
  presence: Presence,
  id: string,
  what: 'removed' | 'primary',
  /** Gives the id that undoing it takes. */
  act: (tx: Tx, person: PersonId) => Promise<Result<string, ChangeEmailError>>,
): Promise<Result<void, ChangeEmailError>> {
  const person = recentOwnerIn(presence.session);
  if (!person) return err({ code: 'not-now' });
  const changed = (await accounts.addresses.of(person)).find((address: OwnAddress) => address.id === id);
  if (!changed) return err({ code: 'no-such-address' });
  if (what === 'primary' && changed.primary) return ok(undefined); // pressed twice
  const to = await securityNotices.addressees(person);
  if (!to) throw new AppError('account-missing');
  return rollBackOnError(transact, async (tx) => {
    const done = await act(tx, person);
    if (!done.ok) return done;
    const address = maskAddress(changed.address);
    const disavows = { kind: 'contact', about: addressChange(what, done.value) } as const;
    await securityNotices.send(tx, to, 'email-addresses-changed', { change: what, address }, disavows);
    await audit.record(tx, {
      action: what === 'removed' ? 'email.removed' : 'email.made-primary',
      actor: { kind: 'person' },
      subject: to.account.auditRef,
    });
    return ok(undefined);
  });
}
