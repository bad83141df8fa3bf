import type { AuditRef, PersonId, Tx } from '../../kernel/index.ts';
import type { ItemKind } from './items.ts';
import type { VaultCopy, WayIn } from './vault.ts';

/** The part of the KMS that the vault uses. */
export interface KeyWrapping {
  wrap(key: 'vault' | 'escrow', plaintext: Uint8Array, context: string): Promise<Buffer>;
  unwrap(key: 'vault' | 'escrow', wrapped: Uint8Array, context: string): Promise<Buffer>;
}

/** The part of the KMS that the SSN index uses. */
export interface SsnDigesting {
  mac(key: 'ssn-index', data: Uint8Array): Promise<Buffer>;
}

/** The part of the KMS that digests of an identity use. */
export interface LikenessDigesting {
  mac(key: 'same-person', data: Uint8Array): Promise<Buffer>;
  isMac(key: 'same-person', data: Uint8Array, kept: Uint8Array): Promise<boolean>;
}

/** How the vault's own acts reach the audit log. */
export interface Auditing {
  record(
    tx: Tx,
    event: {
      readonly action: 'vault.escrow-opened' | 'ssn-index.looked-up';
      readonly actor: { readonly kind: 'system' };
      readonly subject: AuditRef;
      readonly details: Readonly<Record<string, string>>;
    },
  ): Promise<void>;
}

/** How the audit log names a person. */
export type SubjectOf = (tx: Tx, person: PersonId) => Promise<AuditRef>;

export type WrapKind = WayIn['kind'] | 'escrow';

/** Where vaults are kept. Everything it holds is encrypted, except whose it is and of which kind. */
export interface VaultStore {
  /** False when the person already has a vault. */
  insertVault(tx: Tx, person: PersonId, publicKey: Buffer): Promise<boolean>;
  hasVault(person: PersonId): Promise<boolean>;
  publicKeyOf(tx: Tx, person: PersonId): Promise<Buffer | undefined>;
  putWrap(tx: Tx, wrap: StoredWrap): Promise<void>;
  deleteWrap(tx: Tx, person: PersonId, kind: WrapKind, ref: string): Promise<void>;
  wrapsOf(person: PersonId): Promise<readonly Pick<StoredWrap, 'kind' | 'ref'>[]>;
  wrapOf(person: PersonId, kind: WrapKind, ref: string): Promise<Buffer | undefined>;
  putItem(tx: Tx, person: PersonId, kind: ItemKind, sealed: Buffer): Promise<void>;
  itemOf(person: PersonId, kind: ItemKind): Promise<StoredItem | undefined>;
  /** Begins to ask for what `wrapOf` and `itemOf` will give in the same request. */
  lookAhead(person: PersonId, kind: WrapKind, ref: string): void;
  lookAheadAtItems(person: PersonId): void;
  /** The item as it is sealed, held until the transaction ends. */
  holdItem(tx: Tx, person: PersonId, kind: ItemKind): Promise<Buffer | undefined>;
  /** Keeps the owner's copy of an item, if that is still the item. */
  keepOpened(person: PersonId, kind: ItemKind, item: Required<StoredItem>): Promise<void>;
  deleteVault(tx: Tx, person: PersonId): Promise<void>;
  snapshotOf(tx: Tx, person: PersonId): Promise<VaultCopy>;
  putBack(tx: Tx, person: PersonId, copy: VaultCopy): Promise<void>;
}

export interface StoredItem {
  readonly sealed: Buffer;
  readonly opened?: Buffer;
}

export interface StoredWrap {
  readonly person: PersonId;
  readonly kind: WrapKind;
  readonly ref: string;
  readonly wrapped: Buffer;
}
