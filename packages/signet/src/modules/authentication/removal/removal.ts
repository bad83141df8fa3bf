import type { Vault } from '../../vault/index.ts';
import { passwordWay } from '../authenticators/vault-ways-in.ts';
import { passkeyWay } from '../passkey/passkey.ts';
import type { Authenticators } from '../sign-in/next-step.ts';

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
