import {
  err,
  ok,
  type PersonId,
  type Result,
  rollBackOnError,
  type Transact,
  type Tx,
} from '../../../kernel/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { Vault } from '../../vault/index.ts';
import type { Authenticators, AuthenticatorsOf, SecurityNotices } from '../authenticators/index.ts';
import type { AuthenticationEvent, Presence, Sessions } from '../session/index.ts';
import type { RemovalLock } from './postgres-removal-lock.ts';
import {
  type AuthenticatorRef,
  type AuthenticatorRemoval,
  type RemoveAuthenticatorError,
  type RemoveByKind,
  reachesAal2,
  removalOf,
  wayOf,
  without,
} from './removal.ts';

interface Needs {
  readonly audit: AuditLog;
  readonly authenticators: AuthenticatorsOf;
  readonly removalLock: RemovalLock;
  readonly removeByKind: RemoveByKind;
  readonly securityNotices: Pick<SecurityNotices, 'addressees' | 'send'>;
  readonly sessions: Pick<Sessions, 'renew' | 'endAllUsing'>;
  readonly transact: Transact;
  readonly vault: Pick<Vault, 'removeWayIn' | 'waysIn'>;
}

export const previewRemoval =
  ({ authenticators, vault }: Pick<Needs, 'authenticators' | 'vault'>): AuthenticatorRemoval['preview'] =>
  async (person, which) => {
    const [has, ways] = await Promise.all([authenticators(person), vault.waysIn(person)]);
    return removalOf(has, which, ways);
  };

/**
 * One transaction: the authenticator, its way into the vault, the sessions elsewhere that one of its kind opened, the
 * notice (B16) and the audit entry. Of two removals at once the second sees what the first left.
 */
export const removeAuthenticator =
  (needs: Needs): AuthenticatorRemoval['remove'] =>
  async (presence, which): Promise<Result<Presence, RemoveAuthenticatorError>> => {
    const { person, aal, recent } = presence.session;
    if (!person || aal < 2) return err({ code: 'not-now' });
    if (!recent) return err({ code: 'confirm-first' });
    const { audit, authenticators, securityNotices, sessions, transact } = needs;
    const to = await securityNotices.addressees(person);
    return rollBackOnError(transact, async (tx): Promise<Result<Presence, RemoveAuthenticatorError>> => {
      await needs.removalLock.acquire(tx, person);
      const has = await authenticators(person, tx);
      const left = without(has, which);
      if (left && !reachesAal2(left)) return err({ code: 'last-way' });
      if (!left || !(await remove(needs, tx, person, has, which)))
        return err({ code: 'unknown-authenticator' });
      const next = await sessions.renew(presence, { tx });
      for (const method of methodsOf(which)) await sessions.endAllUsing(person, method, next, tx);
      await securityNotices.send(tx, to, 'authenticator-removed', { authenticator: which.kind });
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
  { removeByKind, vault }: Needs,
  tx: Tx,
  person: PersonId,
  has: Authenticators,
  which: AuthenticatorRef,
): Promise<boolean> {
  const way = wayOf(has, which);
  if (way) await vault.removeWayIn(tx, person, way.kind, way.ref);
  switch (which.kind) {
    case 'password':
      return removeByKind.password(tx, person);
    case 'totp':
      return removeByKind.totp(tx, person);
    case 'phone':
      return removeByKind.phone(tx, person, which.ref);
    default: {
      const passkey = has.passkeys.find(({ ref }) => ref === which.ref);
      if (!passkey) return false;
      return removeByKind.passkey(tx, person, Buffer.from(passkey.id, 'base64url'));
    }
  }
}

/** The ways in which one of its kind opened a session. */
const methodsOf = ({ kind }: AuthenticatorRef): readonly AuthenticationEvent['method'][] =>
  kind === 'phone' ? ['text-code', 'voice-code'] : [kind];
