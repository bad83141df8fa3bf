import type { PersonId, Tx } from '../../../kernel/index.ts';
import type { VaultKey } from '../../vault/index.ts';
import type { Presence } from '../session/index.ts';

/**
 * For a person whose vault no way in opens any more and who has proven again who they are: the key of their vault made
 * anew, in the transaction that gives it its first way in. Undefined for everybody else.
 */
export type RenewLostVault = (tx: Tx, presence: Presence) => Promise<VaultKey | undefined>;

/** What ways in say of a vault that is another one now. */
export interface StaleWaysIn {
  /** The person's vault was made anew: none of their passkeys opens it. */
  passkeysOpenNoVault(tx: Tx, person: PersonId): Promise<void>;
  /** Every code goes; that there was a set stays known. */
  removeRecoveryCodes(tx: Tx, person: PersonId): Promise<void>;
}

/**
 * A vault made anew is opened by nothing that was there before. Passkeys that stay say so, and open it again once they
 * are used beside what is new; recovery codes are kept for this alone, so they go and new ones are asked for.
 */
export const createRenewLostVault =
  (renew: RenewLostVault, stale: StaleWaysIn): RenewLostVault =>
  async (tx, presence) => {
    const key = await renew(tx, presence);
    if (!key) return undefined;
    await stale.passkeysOpenNoVault(tx, key.person);
    await stale.removeRecoveryCodes(tx, key.person);
    return key;
  };
