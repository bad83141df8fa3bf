import type { PersonId, Result, Tx } from '../../../kernel/index.ts';
import type { Vault } from '../../vault/index.ts';

import { type Authenticators, passkeyWay, passwordWay } from '../authenticators/index.ts';
import type { NotNow, Presence } from '../session/index.ts';

/** Names one of a person's authenticators. */
export type AuthenticatorRef =
  | { readonly kind: 'password' }
  | { readonly kind: 'totp' }
  | { readonly kind: 'passkey'; readonly ref: string }
  | { readonly kind: 'phone'; readonly ref: string };

export interface Removal {
  /** What is left would not reach AAL2: it stays until another way is added. */
  readonly lastWay: boolean;
  /** What then opens the verified data. `codes`: recovery codes and nothing else; `nothing`: it stays shut for good. */
  readonly vault: 'opens' | 'codes' | 'nothing';
}

export type RemoveAuthenticatorError =
  /** Removed already, or never this person's. */
  | { readonly code: 'unknown-authenticator' }
  /** Without it the account could not reach AAL2. */
  | { readonly code: 'last-way' }
  /** The last authentication is too long ago for this: one factor first (step-up). */
  | { readonly code: 'confirm-first' }
  | NotNow;

/** Taking authenticators away. */
export interface AuthenticatorRemoval {
  /** What removing it would mean, to say before it is done. Undefined: there is no such authenticator. */
  preview(person: PersonId, which: AuthenticatorRef): Promise<Removal | undefined>;
  /**
   * Takes an authenticator away, its way into the vault with it, and ends other sessions in which one of its kind was
   * used. Refuses the last combination that reaches AAL2.
   */
  remove(presence: Presence, which: AuthenticatorRef): Promise<Result<Presence, RemoveAuthenticatorError>>;
}

/** How the rooms of the ways in take one of theirs away; false when there is no such authenticator. */
export interface RemoveByKind {
  password(tx: Tx, person: PersonId): Promise<boolean>;
  totp(tx: Tx, person: PersonId): Promise<boolean>;
  passkey(tx: Tx, person: PersonId, credentialId: Buffer): Promise<boolean>;
  phone(tx: Tx, person: PersonId, id: string): Promise<boolean>;
}

/** What is left without `which`. Undefined: there is no such authenticator. Pure. */
export function without(has: Authenticators, which: AuthenticatorRef): Authenticators | undefined {
  if (which.kind === 'password' || which.kind === 'totp') return { ...has, [which.kind]: false };
  if (which.kind === 'phone') {
    const phones = has.phones.filter(({ id }) => id !== which.ref);
    return phones.length < has.phones.length ? { ...has, phones } : undefined;
  }
  const passkeys = has.passkeys.filter(({ ref }) => ref !== which.ref);
  return passkeys.length < has.passkeys.length ? { ...has, passkeys } : undefined;
}

/** Two factors without a recovery code: those are for the day when these are lost (B15). Pure. */
export const reachesAal2 = ({ passkeys, password, phones, totp }: Authenticators): boolean =>
  passkeys.some(({ userVerified }) => userVerified) ||
  (password && (totp || passkeys.length > 0 || phones.some(({ on }) => on)));

type Ways = Awaited<ReturnType<Vault['waysIn']>>;

/** `ways`: what opens the vault now; none where there is no vault yet. Pure. */
export function removalOf(has: Authenticators, which: AuthenticatorRef, ways: Ways): Removal | undefined {
  const left = without(has, which);
  return left && { lastWay: !reachesAal2(left), vault: vaultWithout(has, which, ways) };
}

function vaultWithout(has: Authenticators, which: AuthenticatorRef, ways: Ways): Removal['vault'] {
  const gone = wayOf(has, which);
  const left = ways.filter(({ kind, ref }) => kind !== gone?.kind || ref !== gone.ref);
  if (left.length === ways.length) return 'opens'; // it opened nothing, so nothing changes
  if (left.some(({ kind }) => kind !== 'recovery-code')) return 'opens';
  return left.length > 0 ? 'codes' : 'nothing';
}

/** The way into the vault that an authenticator carries, if it carries one. */
export function wayOf(has: Authenticators, which: AuthenticatorRef) {
  if (which.kind === 'totp' || which.kind === 'phone') return undefined;
  if (which.kind === 'password') return { kind: which.kind, ref: passwordWay } as const;
  const passkey = has.passkeys.find(({ ref }) => ref === which.ref);
  return passkey && ({ kind: which.kind, ref: passkeyWay(Buffer.from(passkey.id, 'base64url')) } as const);
}
