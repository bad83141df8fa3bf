import { err, ok, type PersonId, type Result, type Transact, type Tx } from '../../kernel/index.ts';
import { binding, vaultKey } from './create-vault.ts';
import type { Auditing, KeyWrapping, SubjectOf, VaultStore } from './ports.ts';
import type { VaultKey } from './vault.ts';

/** Why an operator's key opens a person's vault. */
export type EscrowReason = 'passkey-without-prf';

/**
 * A wrap of the private key under the KMS alone, for people whose only way in cannot carry one (docs/design.md §4). It
 * exists only where the operator turned it on: without it nobody calls `createEscrow`.
 */
export interface Escrow {
  /** Wraps the private key for escrow. Once is enough; again replaces it. */
  add(tx: Tx, key: VaultKey): Promise<void>;
  remove(tx: Tx, person: PersonId): Promise<void>;
  /** Opens the vault without the person's secret. Its audit entry is committed before the key exists. */
  open(person: PersonId, reason: EscrowReason): Promise<Result<VaultKey, 'no-such-way'>>;
}

const ref = 'kms';

export function createEscrow(needs: {
  readonly store: VaultStore;
  readonly kms: KeyWrapping;
  readonly audit: Auditing;
  readonly subjectOf: SubjectOf;
  readonly transact: Transact;
}): Escrow {
  const { store, kms, audit, subjectOf, transact } = needs;
  const bound = (person: PersonId): string => binding('way-in', person, 'escrow', ref);
  return {
    async add(tx, key) {
      const wrapped = await kms.wrap('escrow', key.privateKey.reveal(), bound(key.person));
      await store.putWrap(tx, { person: key.person, kind: 'escrow', ref, wrapped });
    },

    remove: (tx, person) => store.deleteWrap(tx, person, 'escrow', ref),

    async open(person, reason) {
      const wrapped = await store.wrapOf(person, 'escrow', ref);
      if (!wrapped) return err('no-such-way');
      await transact(async (tx) => {
        const subject = await subjectOf(tx, person);
        await audit.record(tx, {
          action: 'vault.escrow-opened',
          actor: { kind: 'system' },
          subject,
          details: { reason },
        });
      });
      return ok(vaultKey(person, await kms.unwrap('escrow', wrapped, bound(person))));
    },
  };
}
