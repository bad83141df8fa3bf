import { createHash } from 'node:crypto';
import { AppError, err, ok, type PersonId, Redacted } from '../../kernel/index.ts';
import { type ItemFormats, type ItemKind, itemFormats, readItem, writeItem } from './items.ts';
import type { KeyWrapping, VaultStore } from './ports.ts';
import { newKeyPair, sealTo, unseal } from './seal.ts';
import type { Vault, VaultKey } from './vault.ts';
import { unwrapUnder, wrapUnder } from './wrap.ts';

/**
 * The vault over its store. Faults: AppError `vault-exists`, `vault-missing`, `vault-refused` (what is stored was
 * changed or moved), `vault-secret-too-short`, and the KMS's own.
 */
export function createVault(
  { store, kms }: { readonly store: VaultStore; readonly kms: KeyWrapping },
  formats: ItemFormats = itemFormats,
): Vault {
  const vault: Vault = {
    async create(tx, person) {
      const { publicKey, privateKey } = await newKeyPair();
      // Kept under the KMS too: a thief who can write rows but not use it cannot plant a public key of their own,
      // nor learn the person's and seal a forged identity to it.
      const wrapped = await kms.wrap('vault', publicKey, binding('public-key', person));
      if (!(await store.insertVault(tx, person, wrapped))) throw new AppError('vault-exists');
      return vaultKey(person, privateKey);
    },

    exists: (person) => store.hasVault(person),

    async addWayIn(tx, key, { kind, ref, secret }) {
      const bound = binding('way-in', key.person, kind, ref);
      const inner = wrapUnder(secret, key.privateKey.reveal(), bound);
      const wrapped = await kms.wrap('vault', inner, bound);
      await store.putWrap(tx, { person: key.person, kind, ref, wrapped });
    },

    waysIn: (person) => store.wrapsOf(person),

    removeWayIn: (tx, person, kind, ref) => store.deleteWrap(tx, person, kind, ref),

    lookAhead: (person, way) =>
      way ? store.lookAhead(person, way.kind, way.ref) : store.lookAheadAtItems(person),

    async open(person, { kind, ref, secret }) {
      const wrapped = await store.wrapOf(person, kind, ref);
      if (!wrapped) return err('no-such-way');
      const bound = binding('way-in', person, kind, ref);
      const bytes = unwrapUnder(secret, await kms.unwrap('vault', wrapped, bound), bound);
      return bytes ? ok(vaultKey(person, bytes)) : err('does-not-open');
    },

    async deposit(tx, person, kind, item) {
      const wrapped = await store.publicKeyOf(tx, person);
      if (!wrapped) throw new AppError('vault-missing');
      const publicKey = await kms.unwrap('vault', wrapped, binding('public-key', person));
      const written = writeItem(formats[kind], item);
      await store.putItem(tx, person, kind, await sealTo(publicKey, written, binding('item', person, kind)));
    },

    async read(key, kind) {
      const item = await store.itemOf(key.person, kind);
      if (!item) return undefined;
      const bound = binding('item', key.person, kind);
      const copyBinding = ownersCopyBinding(item.sealed, bound);
      const copy = item.opened && unwrapUnder(key.privateKey, item.opened, copyBinding);
      if (copy) return readItem(formats[kind], copy);
      const written = await unseal(key.privateKey.reveal(), item.sealed, bound);
      await keepOwnersCopy(key, kind, item.sealed, wrapUnder(key.privateKey, written, copyBinding));
      return readItem(formats[kind], written);
    },

    async change(tx, key, kind, make) {
      const sealed = await store.holdItem(tx, key.person, kind);
      if (!sealed) return 'nothing-kept';
      const bound = binding('item', key.person, kind);
      const item = readItem(formats[kind], await unseal(key.privateKey.reveal(), sealed, bound));
      const asWritten = (one: typeof item) => JSON.stringify(formats[kind].write(one));
      const made = make(item);
      if (made === undefined || asWritten(made) === asWritten(item)) return 'unchanged';
      await vault.deposit(tx, key.person, kind, made);
      return 'changed';
    },

    async wrapForSession(key, cookieSecret) {
      return wrapUnder(cookieSecret, key.privateKey.reveal(), binding('session', key.person));
    },

    async openForSession(person, wrapped, cookieSecret) {
      const bytes = unwrapUnder(cookieSecret, wrapped, binding('session', person));
      if (!bytes) {
        throw new AppError('vault-refused', { message: 'a session does not open its vault', status: 401 });
      }
      return vaultKey(person, bytes);
    },

    async renew(tx, person, from) {
      const sealed = await store.holdItem(tx, from.person, 'identity'); // what is deposited meanwhile waits for this
      if (!sealed) throw new AppError('vault-empty');
      const bound = binding('item', from.person, 'identity');
      const identity = readItem(formats.identity, await unseal(from.privateKey.reveal(), sealed, bound));
      await store.deleteVault(tx, person);
      const key = await vault.create(tx, person);
      await vault.deposit(tx, person, 'identity', identity);
      await store.deleteVault(tx, from.person);
      return key;
    },

    snapshotOf: (tx, person) => store.snapshotOf(tx, person),
    putBack: (tx, person, copy) => store.putBack(tx, person, copy),

    erase: (tx, person) => store.deleteVault(tx, person),
  };
  return vault;

  /**
   * A copy under the owner's own key, so that HPKE is spared at each later sign-in. It is of no transaction: it changes
   * nothing that anybody reads, and one that is not kept costs the next reading what this one cost.
   */
  function keepOwnersCopy(key: VaultKey, kind: ItemKind, sealed: Buffer, opened: Buffer): Promise<void> {
    return store.keepOpened(key.person, kind, { sealed, opened });
  }
}

/** What the owner's copy of an item is bound to: that very item, so that it never stands for a later one. */
const ownersCopyBinding = (sealed: Buffer, bound: string): string =>
  binding('opened', bound, createHash('sha256').update(sealed).digest('base64url'));

/** What a stored value is bound to: JSON, so that no two lists of parts read the same. */
export const binding = (...parts: readonly string[]): string => JSON.stringify(parts);

export const vaultKey = (person: PersonId, bytes: Uint8Array): VaultKey => ({
  person,
  privateKey: new Redacted(bytes),
});
