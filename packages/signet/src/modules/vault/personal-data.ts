import type { PersonalData } from '../../kernel/index.ts';
import type { SsnIndex } from './ssn-index.ts';
import type { Vault } from './vault.ts';

/**
 * Forgetting is the cryptographic erase (decision 10): without its wraps the private key is gone, and what was
 * sealed to it opens nowhere. The SSN's digest goes too, so that the number can be claimed again. What is sealed is
 * told by who holds the person's key, and not from here.
 */
export const vaultPersonalData = (needs: {
  readonly vault: Pick<Vault, 'erase'>;
  readonly ssnIndex: Pick<SsnIndex, 'release'>;
}): PersonalData => ({
  tables: ['vaults', 'vault_wraps', 'vault_items', 'ssn_index'],
  about: async () => ({}),
  async forget(tx, person) {
    await needs.vault.erase(tx, person);
    await needs.ssnIndex.release(tx, person);
  },
});
