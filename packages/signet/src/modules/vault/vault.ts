import type { PersonId, Redacted, Result, Tx } from '../../kernel/index.ts';
import type { ItemKind, Items } from './items.ts';

/** A person's private key, in memory while they are present. Opaque: only the vault looks inside. */
export interface VaultKey {
  readonly person: PersonId;
  readonly privateKey: Redacted<Uint8Array>; // 32 bytes, as RFC 9180 serializes it
}

/** One way a person can open their vault. `secret` is high-entropy key material, never the password itself. */
export interface WayIn {
  readonly kind: 'password' | 'passkey' | 'recovery-code' | 'recovery-session';
  readonly ref: string; // which password, credential or code
  readonly secret: Redacted<Uint8Array>;
}

/** A vault's rows as they stood: as sealed and wrapped as they are there. Only the vault's store looks inside. */
export interface VaultCopy {
  readonly vaults: readonly Readonly<Record<string, unknown>>[];
  readonly wraps: readonly Readonly<Record<string, unknown>>[];
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

/**
 * Personal data, sealed so that only its owner's presence opens it (docs/design.md §4): anyone may deposit with the public
 * key; only a way in, or a live session's cookie, opens. A copied database opens nothing, and with the KMS key
 * beside it nothing but what a person's own secret opens.
 */
export interface Vault {
  /** Makes the person's key pair. Once a person. */
  create(tx: Tx, person: PersonId): Promise<VaultKey>;
  /** False until the first way in, as for a person whose only passkey can carry none (docs/design.md §4). */
  exists(person: PersonId): Promise<boolean>;
  /** Wraps the private key for one more way in (replacing an earlier wrap of the same kind and ref). */
  addWayIn(tx: Tx, key: VaultKey, way: WayIn): Promise<void>;
  removeWayIn(tx: Tx, person: PersonId, kind: WayIn['kind'], ref: string): Promise<void>;
  /** Every way in that there is now, the operator's escrow included. Opens nothing. */
  waysIn(
    person: PersonId,
  ): Promise<readonly { readonly kind: WayIn['kind'] | 'escrow'; readonly ref: string }[]>;
  /**
   * Begins to ask the database for what opening (by this way) and reading will need in the same request: together with what
   * else is asked just then. Opens nothing.
   */
  lookAhead(person: PersonId, way?: Omit<WayIn, 'secret'>): void;
  open(person: PersonId, way: WayIn): Promise<Result<VaultKey, 'no-such-way' | 'does-not-open'>>;
  /** Seals `item` to the person's public key, replacing an earlier one of that kind. Needs no presence. */
  deposit<Kind extends ItemKind>(tx: Tx, person: PersonId, kind: Kind, item: Items[Kind]): Promise<void>;
  /**
   * What was deposited, brought up to date where an earlier release wrote it, or undefined when nothing was. Throws
   * AppError `kept-by-a-newer-release`, and `vault-item-malformed`, which says nothing of what is in it.
   */
  read<Kind extends ItemKind>(key: VaultKey, kind: Kind): Promise<Items[Kind] | undefined>;
  /**
   * Replaces what was deposited by what `make` makes of it, while nobody else can: what is deposited meanwhile is not
   * lost. Where `make` gives undefined, or what was there, nothing is changed.
   */
  change<Kind extends ItemKind>(
    tx: Tx,
    key: VaultKey,
    kind: Kind,
    make: (item: Items[Kind]) => Items[Kind] | undefined,
  ): Promise<'changed' | 'unchanged' | 'nothing-kept'>;
  /** The private key under a secret that only the browser's cookie carries. */
  wrapForSession(key: VaultKey, cookieSecret: Redacted<Uint8Array>): Promise<Buffer>;
  openForSession(
    person: PersonId,
    wrapped: Uint8Array,
    cookieSecret: Redacted<Uint8Array>,
  ): Promise<VaultKey>;
  /**
   * For somebody who lost every way in and proved who they are once more: everything in the vault of `from` is sealed to
   * a new key pair of the person, what was there goes with its ways in, and so does the vault it came from. Throws
   * AppError `vault-empty` when nothing was deposited there: then nothing is replaced.
   */
  renew(tx: Tx, person: PersonId, from: VaultKey): Promise<VaultKey>;
  /** The vault as it stands, to put back when what happens to it next turns out to be a thief's doing. Opens nothing. */
  snapshotOf(tx: Tx, person: PersonId): Promise<VaultCopy>;
  /** Its ways in as they were; and its key and what was in it, where it was renewed since. */
  putBack(tx: Tx, person: PersonId, copy: VaultCopy): Promise<void>;
  /** Destroys every wrap, the public key and the items. An older backup opens for nobody but its person (decision 10). */
  erase(tx: Tx, person: PersonId): Promise<void>;
}
