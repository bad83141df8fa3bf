import type { Authenticators } from '../../../modules/authentication/index.ts';

/** What would make the account safer or harder to lose, most useful first. Nothing where nothing is due. */
export type Advice =
  | { readonly code: 'one-way' }
  | { readonly code: 'few-codes'; readonly left: number }
  | { readonly code: 'one-address' };

const few = 3;

/**
 * `addresses`: how many are confirmed. One lost phone or laptop should not lock anybody out, so something of one's
 * own that finishes a sign-in is there twice (a second passkey, an app beside it); likewise mailboxes (B14).
 */
export function worthDoing(has: Authenticators, addresses: number): readonly Advice[] {
  const phones = has.phones.filter(({ on }) => on).length;
  const owned = has.passkeys.length + phones + (has.totp ? 1 : 0);
  return [
    ...(owned < 2 ? [{ code: 'one-way' } as const] : []),
    ...(has.recoveryCodesLeft <= few ? [{ code: 'few-codes', left: has.recoveryCodesLeft } as const] : []),
    ...(addresses < 2 ? [{ code: 'one-address' } as const] : []),
  ];
}
