import type { Parts } from '../parts.ts';
import type { RenewLostVault } from '../ports.ts';

/**
 * A vault made anew is opened by nothing that was there before. Passkeys that stay say so, and open it again once they
 * are used beside what is new; recovery codes are kept for this alone, so they go and new ones are asked for.
 */
export const renewingLostVault =
  (
    renewLostVault: RenewLostVault,
    { passkeys, recoveryCodes }: Pick<Parts, 'passkeys' | 'recoveryCodes'>,
  ): RenewLostVault =>
  async (tx, presence) => {
    const key = await renewLostVault(tx, presence);
    if (!key) return undefined;
    await passkeys.openNoVault(tx, key.person);
    await recoveryCodes.removeAll(tx, key.person);
    return key;
  };
