import type { PersonId, Tx } from '../../kernel/index.ts';
import { inside } from '../../platform/postgres/index.ts';
import type { NewAddress } from './address-store.ts';

export type AddressTables = {
  people: { id: PersonId };
  email_addresses: {
    address_id: string;
    lookup: Buffer;
    person: PersonId;
    address: Buffer;
    is_primary: boolean;
    verified_at: Date;
    restored_at: Date | null;
  };
  removed_email_addresses: {
    address_id: string;
    person: PersonId;
    lookup: Buffer;
    address: Buffer;
    verified_at: Date;
    told_until: Date;
    restored_at: Date | null;
  };
};

export const within = (tx: Tx) => inside(tx).withTables<AddressTables>();

/** False where the address is somebody's already. */
export async function insertAddress(
  tx: Tx,
  person: PersonId,
  { id, lookup, sealed, verifiedAt }: NewAddress,
  restoredAt?: Date,
) {
  const row = {
    address_id: id,
    lookup,
    person,
    address: sealed,
    is_primary: false,
    verified_at: verifiedAt,
    restored_at: restoredAt ?? null,
  };
  const inserted = await within(tx)
    .insertInto('email_addresses')
    .values(row)
    .onConflict((conflict) => conflict.column('lookup').doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}
