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
import type { Accounts } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { AuthenticatorName } from '../../notices/index.ts';
import type { VaultKey } from '../../vault/index.ts';
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
import type { Authenticators, AuthenticatorsOf } from './authenticators.ts';
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
  readonly authenticators: AuthenticatorsOf;
  readonly accounts: Pick<Accounts, 'create'>;
  readonly audit: AuditLog;
  readonly knownDevices: Pick<KnownDevices, 'remember'>;
  readonly renewLostVault: RenewLostVault;
  readonly sessions: Pick<Sessions, 'renew' | 'endAll' | 'load' | 'openVault' | 'setPending'>;
  readonly securityNotices: SecurityNotices;
  readonly transact: Transact;
}

export interface AddressTaken {
  readonly code: 'address-taken';
}

export type BindAuthenticator = <E>(
  presence: Presence,
  binding: Binding,
  bound: NewAuthenticator<E>,
) => Promise<Result<Presence, E | AddressTaken>>;

/**
 * Binds an authenticator in one transaction: the account if it begins one, the authenticator, the session under a
 * new cookie, the notice (B13, B16), the audit entries. A session that is signed in already is not raised by what it
 * binds: it did not authenticate with it.
 */
export const bindAuthenticator =
  (needs: Needs): BindAuthenticator =>
  async <E>(
    presence: Presence,
    binding: Binding,
    bound: NewAuthenticator<E>,
  ): Promise<Result<Presence, E | AddressTaken>> => {
    const { renewLostVault, sessions, transact } = needs;
    const held = (await sessions.openVault(presence)) ?? ((tx: Tx) => renewLostVault(tx, presence));
    const ownerIn = await ownerOf(needs, presence, binding);
    return rollBackOnError(transact, async (tx): Promise<Result<Presence, E | AddressTaken>> => {
      const owner = await ownerIn(tx);
      if (!owner.ok) return owner;
      const stored = await bound.store(tx, owner.value.account.person, held);
      if (!stored.ok) return stored;
      const next = await sessionAfter(needs, tx, presence, owner.value, bound, openKey(stored.value));
      if (bound.endsOtherSessions) await sessions.endAll(owner.value.account.person, next, tx);
      await tell(needs, tx, presence, next, owner.value, bound);
      await record(needs, tx, owner.value, bound.name);
      return ok(next);
    });
  };

/** The account that the authenticator becomes one of, and the addresses that are told. */
interface Owner extends Addressees {
  readonly isNew: boolean;
  readonly had?: Authenticators;
}

/** One that is there is read before the transaction, which waits for no second connection; a new one is made in it. */
async function ownerOf(
  needs: Needs,
  presence: Presence,
  binding: Binding,
): Promise<(tx: Tx) => Promise<Result<Owner, AddressTaken>>> {
  if (binding.kind === 'new-account') return (tx) => newOwner(needs, tx, presence, binding.signUp);
  const addressees = await needs.securityNotices.addressees(binding.person);
  if (!addressees) throw new AppError('account-missing');
  const had = await needs.authenticators(binding.person);
  return async () => ok({ ...addressees, isNew: false, had });
}

/** No address of a new account is on file before: the one that was confirmed is told. */
async function newOwner(
  { accounts, sessions }: Needs,
  tx: Tx,
  presence: Presence,
  signUp: ConfirmedSignUp,
): Promise<Result<Owner, AddressTaken>> {
  const created = await accounts.create(tx, signUp);
  if (created.ok) return ok({ account: created.value, addresses: [signUp.address.written], isNew: true });
  await throwIfWentOnElsewhere(sessions, presence);
  return err({ code: created.error });
}

export const addressTaken =
  ({
    accounts,
    sessions,
  }: {
    readonly accounts: Pick<Accounts, 'findByEmail'>;
    readonly sessions: Pick<Sessions, 'load'>;
  }) =>
  async (presence: Presence, binding: Binding): Promise<AddressTaken | undefined> => {
    if (binding.kind === 'person' || !(await accounts.findByEmail(binding.signUp.address))) return undefined;
    await throwIfWentOnElsewhere(sessions, presence);
    return { code: 'address-taken' };
  };

/** A first press of the same button may have made the account: then this browser goes on in the session of that press. */
async function throwIfWentOnElsewhere(sessions: Pick<Sessions, 'load'>, presence: Presence): Promise<void> {
  if (await wentOnElsewhere(sessions, presence)) throw sessionGone();
}

async function sessionAfter(
  { knownDevices, sessions }: Needs,
  tx: Tx,
  presence: Presence,
  { account: { person }, isNew }: Owner,
  { event, consume }: Pick<NewAuthenticator<unknown>, 'event' | 'consume'>,
  vaultKey: VaultKey | undefined,
): Promise<Presence> {
  const added = presence.session.aal >= 2 ? undefined : event;
  const renewed = await sessions.renew(presence, { event: added, person, vaultKey, consume, tx });
  const next = isNew ? await sessions.setPending(renewed, afterCreation(person), tx) : renewed;
  // the browser in which an account was finished is no new one at its next sign-in
  if (presence.from && next.session.aal >= 2) await knownDevices.remember(tx, person, presence.from);
  return next;
}

async function tell(
  { securityNotices }: Needs,
  tx: Tx,
  before: Presence,
  after: Presence,
  owner: Owner,
  bound: Pick<NewAuthenticator<unknown>, 'about' | 'name'>,
): Promise<void> {
  // an account that is being made or finished has nothing to disavow: the general page says what to do
  const mayUndo = before.session.aal >= 2 || recoveredFor(before.session, owner.account.person);
  if (!mayUndo && after.session.aal >= 2) {
    const waysIn = [...new Set([...usedBefore(before), bound.name])];
    return securityNotices.send(tx, owner, 'account-ready', { waysIn });
  }
  if (owner.isNew) return; // it is told once the account is finished
  const about = { kind: 'authenticator', about: bound.about ?? bound.name } as const;
  await securityNotices.send(
    tx,
    owner,
    'new-authenticator',
    { authenticator: bound.name, ...(replaces(owner.had, bound.name) && { replaced: true }) },
    mayUndo ? about : undefined,
  );
}

/** There is one password and one app; another takes its place. Of passkeys and phones there are several. */
const replaces = (had: Authenticators | undefined, name: AuthenticatorName): boolean =>
  (name === 'password' || name === 'totp') && had?.[name] === true;

/** What a sign-up's first step set up: with it the browser is signed in half. */
const usedBefore = ({ session }: Presence): readonly AuthenticatorName[] =>
  session.events.flatMap(({ method }) => (method === 'password' || method === 'passkey' ? [method] : []));

/** A new account's address was confirmed in this session, so the account may be finished here (`may-bind.ts`). */
const afterCreation = (person: PersonId): Record<string, unknown> => ({
  [pendingKeys.signUp]: undefined,
  [pendingKeys.confirmedFor]: person,
});

async function record(
  { audit }: Needs,
  tx: Tx,
  { account, isNew }: Owner,
  authenticator: AuthenticatorName,
): Promise<void> {
  const common = { actor: { kind: 'person' }, subject: account.auditRef } as const;
  if (isNew) await audit.record(tx, { ...common, action: 'account.created' });
  await audit.record(tx, { ...common, action: 'authenticator.bound', details: { authenticator } });
}
