import {
  AppError,
  err,
  ok,
  type PersonId,
  type Result,
  rollBackOnError,
  type Tx,
} from '../../../kernel/index.ts';
import { maskAddress, type OwnAddress } from '../../accounts/index.ts';
import type { ChangeEmailError } from '../outcomes.ts';
import type { Parts } from '../parts.ts';
import type { Presence } from '../session/session.ts';
import { recentOwnerIn } from './add-email.ts';
import type { ContactChanges } from './contact-changes.ts';
import { emailChange } from './undo-email-change.ts';

type Needs = Pick<Parts, 'accounts' | 'audit' | 'tell' | 'transact'>;

/** Never the primary one, and so never the last. Told to every address, the removed one among them (B16). */
export const removeEmail =
  (needs: Needs): ContactChanges['removeEmail'] =>
  (presence, { id }) =>
    change(needs, presence, id, 'removed', async (tx, person) => {
      const removed = await needs.accounts.addresses.remove(tx, person, id);
      return removed ? ok(id) : err({ code: 'not-removable' });
    });

export const makeEmailPrimary =
  (needs: Needs): ContactChanges['makeEmailPrimary'] =>
  (presence, { id }) =>
    change(needs, presence, id, 'primary', async (tx, person) => {
      const before = await needs.accounts.addresses.makePrimary(tx, person, id);
      return before ? ok(before) : err({ code: 'no-such-address' });
    });

async function change(
  { accounts, audit, tell, transact }: Needs,
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
  const to = await tell.addressees(person);
  if (!to) throw new AppError('account-missing');
  return rollBackOnError(transact, async (tx) => {
    const done = await act(tx, person);
    if (!done.ok) return done;
    const address = maskAddress(changed.address);
    const disavows = { kind: 'contact', about: emailChange(what, done.value) } as const;
    await tell.send(tx, to, 'email-addresses-changed', { change: what, address }, disavows);
    await audit.record(tx, {
      action: what === 'removed' ? 'email.removed' : 'email.made-primary',
      actor: { kind: 'person' },
      subject: to.account.auditRef,
    });
    return ok(undefined);
  });
}
