import type { Parts } from '../parts.ts';
import type { Regain } from '../ports.ts';

/**
 * A vault made anew is opened by nothing that was there before. Passkeys that stay say so, and open it again once they
 * are used beside what is new; recovery codes are kept for this alone, so they go and new ones are asked for.
 */
export const regaining =
  (regain: Regain, { passkeys, recoveryCodes }: Pick<Parts, 'passkeys' | 'recoveryCodes'>): Regain =>
  async (tx, presence) => {
    const key = await regain(tx, presence);
    if (!key) return undefined;
    await passkeys.openNoVault(tx, key.person);
    await recoveryCodes.removeAll(tx, key.person);
    return key;
  };
