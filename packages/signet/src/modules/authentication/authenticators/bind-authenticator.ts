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
import type { Account, Accounts } from '../../accounts/index.ts';
import type { AuditEvent, AuditLog } from '../../audit/index.ts';
import type { AuthenticatorName } from '../../notices/index.ts';
import {
  type AuthenticationEvent,
  type ConfirmedSignUp,
  confirmedSignUp,
  type KnownDevices,
  type Presence,
  pendingKeys,
  recoveredFor,
  type Sessions,
  sessionGone,
  wentOnElsewhere,
} from '../session/index.ts';
import type { AuthenticatorsOf } from './authenticators.ts';
import { mayBind } from './may-bind.ts';
import type { RenewLostVault } from './renew-lost-vault.ts';
import type { Addressees, SecurityNotices } from './security-notices.ts';
import { type HeldKey, openKey } from './vault-ways-in.ts';

/** The person for whom an authenticator is bound: a new account that it begins, or the person who is here. */
export type Binding =
  | { readonly kind: 'new-account'; readonly signUp: ConfirmedSignUp }
  | { readonly kind: 'person'; readonly person: PersonId };

/** Undefined: this session may not bind anything now (B13). */
export async function bindingOf(
  authenticators: AuthenticatorsOf,
  { session }: Presence,
): Promise<Binding | undefined> {
  const { person } = session;
  if (person) {
    return mayBind(session, person, await authenticators(person)) ? { kind: 'person', person } : undefined;
  }
  const signUp = confirmedSignUp(session);
  return signUp && { kind: 'new-account', signUp };
}

export interface NewAuthenticator<E> {
  readonly name: AuthenticatorName;
  readonly event: AuthenticationEvent;
  /** Which one, where there can be several (`removal/undoing.ts`). */
  readonly about?: string;
  /** An entry of `pending` that the binding uses up. */
  readonly consume?: string;
  /** It takes the place of one that may have leaked: whoever is signed in elsewhere signs in anew. */
  readonly endsOtherSessions?: boolean;
  /** Writes it, and gives the vault key that it opens or that was open already. `held` is the session's. */
  store(tx: Tx, person: PersonId, held: HeldKey): Promise<Result<HeldKey, E>>;
}

interface Needs {
  readonly accounts: Pick<Accounts, 'create'>;
  readonly audit: AuditLog;
  readonly knownDevices: Pick<KnownDevices, 'remember'>;
  readonly renewLostVault: RenewLostVault;
  readonly sessions: Pick<Sessions, 'addEvent' | 'endAll' | 'load' | 'openVault' | 'setPending'>;
  readonly securityNotices: SecurityNotices;
  readonly transact: Transact;
}

export type BindAuthenticator = <E>(
  presence: Presence,
  binding: Binding,
  bound: NewAuthenticator<E>,
) => Promise<Result<Presence, E | { readonly code: 'address-taken' }>>;

/**
 * Binds an authenticator in one transaction: the account if it begins one, the authenticator, the session under a
 * new cookie, the notice (B13, B16), the audit entries. A session that is signed in already is not raised by what it
 * binds: it did not authenticate with it.
 */
export const bindAuthenticator =
  ({
    accounts,
    audit,
    knownDevices,
    renewLostVault,
    sessions,
    securityNotices,
    transact,
  }: Needs): BindAuthenticator =>
  async <E>(
    presence: Presence,
    binding: Binding,
    bound: NewAuthenticator<E>,
  ): Promise<Result<Presence, E | { readonly code: 'address-taken' }>> => {
    const held = (await sessions.openVault(presence)) ?? ((tx: Tx) => renewLostVault(tx, presence));
    const to = binding.kind === 'person' ? await existing(binding.person) : undefined;
    return rollBackOnError(
      transact,
      async (tx): Promise<Result<Presence, E | { readonly code: 'address-taken' }>> => {
        const created =
          binding.kind === 'new-account' ? await accounts.create(tx, binding.signUp) : undefined;
        if (created && !created.ok) {
          if (await wentOnElsewhere(sessions, presence)) throw sessionGone(); // it is this browser's, by a first press
          return err({ code: created.error });
        }
        const account = created?.value ?? to?.account;
        if (!account) throw new AppError('account-missing');
        const stored = await bound.store(tx, account.person, held);
        if (!stored.ok) return stored;
        const renewed = await sessions.addEvent(
          presence,
          presence.session.aal >= 2 ? undefined : bound.event,
          {
            person: account.person,
            vaultKey: openKey(stored.value),
            consume: bound.consume,
            tx,
          },
        );
        const next = created
          ? await sessions.setPending(renewed, afterCreation(account.person), tx)
          : renewed;
        // the browser in which an account was finished is no new one at its next sign-in
        if (presence.from && next.session.aal >= 2)
          await knownDevices.remember(tx, account.person, presence.from);
        if (bound.endsOtherSessions) await sessions.endAll(account.person, next, tx);
        // whoever makes or finishes an account has nothing to disavow in it: the general page says what to do
        const about = { kind: 'authenticator', about: bound.about ?? bound.name } as const;
        const mayUndo = presence.session.aal >= 2 || recoveredFor(presence.session, account.person);
        const told = { authenticator: bound.name };
        if (!mayUndo && next.session.aal >= 2) {
          const waysIn = [...new Set([...usedBefore(presence), bound.name])];
          const owner = created ? newOwner(created.value, binding) : to;
          await securityNotices.send(tx, owner, 'account-ready', { waysIn });
        } else await securityNotices.send(tx, to, 'new-authenticator', told, mayUndo ? about : undefined);
        for (const event of entries(created !== undefined, bound.name)) {
          await audit.record(tx, { ...event, actor: { kind: 'person' }, subject: account.auditRef });
        }
        return ok(next);
      },
    );

    async function existing(person: PersonId): Promise<Addressees> {
      const addressees = await securityNotices.addressees(person);
      if (!addressees) throw new AppError('account-missing');
      return addressees;
    }
  };

/** What a sign-up's first step set up: with it the browser is signed in half. */
const usedBefore = ({ session }: Presence): readonly AuthenticatorName[] =>
  session.events.flatMap(({ method }) => (method === 'password' || method === 'passkey' ? [method] : []));

/** A passkey that checks who uses it finishes an account by itself; no address of it is on file before. */
const newOwner = (account: Account, binding: Binding): Addressees | undefined =>
  binding.kind === 'new-account' ? { account, addresses: [binding.signUp.address.written] } : undefined;

/** A new account's address was confirmed in this session, so the account may be finished here (`may-bind.ts`). */
const afterCreation = (person: PersonId): Record<string, unknown> => ({
  [pendingKeys.signUp]: undefined,
  [pendingKeys.confirmedFor]: person,
});

function entries(
  created: boolean,
  authenticator: AuthenticatorName,
): Pick<AuditEvent, 'action' | 'details'>[] {
  const bound = { action: 'authenticator.bound', details: { authenticator } };
  return created ? [{ action: 'account.created' }, bound] : [bound];
}
