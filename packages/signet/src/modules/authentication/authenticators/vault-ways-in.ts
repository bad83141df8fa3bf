import { AppError, type PersonId, type Tx } from '../../../kernel/index.ts';
import type { Escrow, Vault, VaultKey, WayIn } from '../../vault/index.ts';

/** There is one password a person, so its way into the vault is replaced with it. */
export const passwordWay = 'password';

/** The vault's name of a passkey's way in. */
export const passkeyWay = (credentialId: Buffer): string => credentialId.toString('base64url');

/** The vault's name of a recovery code's way in. */
export const recoveryCodeWay = (lookup: Buffer): string => lookup.toString('base64url');

/** The key that a session has open; or, after a recovery, how it is got when the first way in needs it. */
export type HeldKey = VaultKey | ((tx: Tx) => Promise<VaultKey | undefined>) | undefined;

export const openKey = (held: HeldKey): VaultKey | undefined =>
  typeof held === 'function' ? undefined : held;

/** How a person's authenticators and their vault come together. */
export interface VaultWaysIn {
  /**
   * What `way` opens, or what to do about it later: `new-way` has no wrap yet and may be given one. Makes queries of
   * its own, so it comes before a transaction and not inside.
   */
  open(person: PersonId, way: WayIn): Promise<VaultKey | 'new-way' | undefined>;
  /** Begins to ask for what `open` will need. */
  lookAhead: Vault['lookAhead'];
  /**
   * Makes `ways` open the person's vault. The first ways in make the vault; later ones need the key that the session
   * has open. Undefined: there is a vault and this session cannot open it, so these ways open nothing.
   */
  give(tx: Tx, person: PersonId, ways: readonly WayIn[], held: HeldKey): Promise<VaultKey | undefined>;
  /**
   * For a passkey that cannot carry a way in: a wrap in the operator's escrow, where there is one (docs/design.md §4). Gives
   * `held` where there is none.
   */
  giveEscrow(tx: Tx, person: PersonId, held: HeldKey): Promise<VaultKey | undefined>;
  openEscrow(person: PersonId): Promise<VaultKey | undefined>;
}

export function vaultWaysIn(
  vault: Pick<Vault, 'create' | 'lookAhead' | 'open' | 'addWayIn'>,
  escrow: Escrow | undefined,
): VaultWaysIn {
  async function newVault(tx: Tx, person: PersonId): Promise<VaultKey | undefined> {
    try {
      return await vault.create(tx, person);
    } catch (error) {
      if (error instanceof AppError && error.code === 'vault-exists') return undefined;
      throw error;
    }
  }

  async function keyFor(tx: Tx, person: PersonId, held: HeldKey): Promise<VaultKey | undefined> {
    const known = typeof held === 'function' ? await held(tx) : held;
    return known ?? newVault(tx, person);
  }

  return {
    lookAhead: vault.lookAhead,
    async open(person, way) {
      const opened = await vault.open(person, way);
      if (opened.ok) return opened.value;
      return opened.error === 'no-such-way' ? 'new-way' : undefined;
    },
    async give(tx, person, ways, held) {
      const key = await keyFor(tx, person, held);
      if (key) for (const way of ways) await vault.addWayIn(tx, key, way);
      return key;
    },
    async giveEscrow(tx, person, held) {
      if (!escrow) return openKey(held);
      const key = await keyFor(tx, person, held);
      if (key) await escrow.add(tx, key);
      return key;
    },
    async openEscrow(person) {
      const opened = await escrow?.open(person, 'passkey-without-prf');
      return opened?.ok ? opened.value : undefined;
    },
  };
}
