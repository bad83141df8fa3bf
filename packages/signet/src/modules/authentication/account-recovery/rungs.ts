import type { Authenticators } from '../authenticators/index.ts';
import type { Rung } from './account-recovery.ts';

/**
 * B15, in the order of how well each tells the person from somebody else: with a passkey they just sign in. Beside the
 * emailed code stands one thing of another kind; a second emailed code is not among them.
 */
export function rungsFor(has: Authenticators, isProven: boolean): readonly Rung[] {
  const open: Readonly<Record<Rung, boolean>> = {
    passkey: has.passkeys.length > 0,
    'saved-code': has.recoveryCodesLeft > 0,
    password: has.password,
    app: has.totp,
    phone: has.phones.some(({ on }) => on),
    proofing: isProven,
    none: true,
  };
  return order.filter((rung) => open[rung]);
}

const order: readonly Rung[] = ['passkey', 'saved-code', 'password', 'app', 'phone', 'proofing', 'none'];
