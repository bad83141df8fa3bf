import { err, ok, type PersonId, type Result, rollBackOnError, type Tx } from '../../../kernel/index.ts';
import type { Authentication } from '../authentication.ts';
import type { RemoveAuthenticatorError } from '../outcomes.ts';
import type { Parts } from '../parts.ts';
import { removePhone } from '../phone/remove-phone.ts';
import type { AuthenticationEvent, Presence } from '../session/session.ts';
import type { Authenticators } from '../sign-in/next-step.ts';
import { type AuthenticatorRef, reachesAal2, removalOf, wayOf, without } from './removal.ts';

export const removalBy =
  ({ authenticators, vault }: Parts): Authentication['removalOf'] =>
  async (person, which) => {
    const [has, ways] = await Promise.all([authenticators(person), vault.waysIn(person)]);
    return removalOf(has, which, ways);
  };

/**
 * One transaction: the authenticator, its way into the vault, the sessions elsewhere that one of its kind opened, the
 * notice (B16) and the audit entry. Of two removals at once the second sees what the first left.
 */
export const removeAuthenticator =
  (parts: Parts): Authentication['removeAuthenticator'] =>
  async (presence, which): Promise<Result<Presence, RemoveAuthenticatorError>> => {
    const { person, aal, recent } = presence.session;
    if (!person || aal < 2) return err({ code: 'not-now' });
    if (!recent) return err({ code: 'confirm-first' });
    const { audit, authenticators, sessions, tell, transact } = parts;
    const to = await tell.addressees(person);
    return rollBackOnError(transact, async (tx): Promise<Result<Presence, RemoveAuthenticatorError>> => {
      await parts.removalLock.acquire(tx, person);
      const has = await authenticators(person, tx);
      const left = without(has, which);
      if (left && !reachesAal2(left)) return err({ code: 'last-way' });
      if (!left || !(await remove(parts, tx, person, has, which)))
        return err({ code: 'unknown-authenticator' });
      const next = await sessions.addEvent(presence, undefined, { tx });
      for (const method of methodsOf(which)) await sessions.endAllUsing(person, method, next, tx);
      await tell.send(tx, to, 'authenticator-removed', { authenticator: which.kind });
      await audit.record(tx, {
        action: 'authenticator.removed',
        actor: { kind: 'person' },
        ...(to ? { subject: to.account.auditRef } : {}),
        details: { authenticator: which.kind },
      });
      return ok(next);
    });
  };

async function remove(
  parts: Parts,
  tx: Tx,
  person: PersonId,
  has: Authenticators,
  which: AuthenticatorRef,
): Promise<boolean> {
  const { passkeys, passwords, totp, vault } = parts;
  const way = wayOf(has, which);
  if (way) await vault.removeWayIn(tx, person, way.kind, way.ref);
  switch (which.kind) {
    case 'password':
      return passwords.remove(tx, person);
    case 'totp':
      return totp.remove(tx, person);
    case 'phone':
      return removePhone(parts, tx, person, which.ref);
    default: {
      const passkey = has.passkeys.find(({ ref }) => ref === which.ref);
      return passkey !== undefined && passkeys.remove(tx, person, Buffer.from(passkey.id, 'base64url'));
    }
  }
}

/** The ways in which one of its kind opened a session. */
const methodsOf = ({ kind }: AuthenticatorRef): readonly AuthenticationEvent['method'][] =>
  kind === 'phone' ? ['text-code', 'voice-code'] : [kind];
