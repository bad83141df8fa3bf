import type { Database, PersonId, Tx } from '../../kernel/index.ts';
import { inside, queriesOn } from '../../platform/postgres/index.ts';
import type { Disavowable, DisavowableKind, Disavowal } from './disavowable.ts';

type Row = {
  lookup: Buffer;
  person: PersonId;
  kind: DisavowableKind;
  about: string;
  told_at: Date;
  expires_at: Date;
  used_at: Date | null;
};
type Tables = { disavowals: Row };

export interface DisavowalStore {
  add(
    tx: Tx,
    lookup: Buffer,
    change: Disavowable & { readonly toldAt: Date; readonly expiresAt: Date },
  ): Promise<void>;
  find(lookup: Buffer, now: Date): Promise<Disavowal | undefined>;
  take(tx: Tx, lookup: Buffer, now: Date): Promise<Disavowal | undefined>;
  removeExpired(now: Date): Promise<void>;
}

export function postgresDisavowals(database: Database): DisavowalStore {
  const db = queriesOn(database).withTables<Tables>();
  const within = (tx: Tx) => inside(tx).withTables<Tables>();
  return {
    async add(tx, lookup, { person, kind, about, toldAt, expiresAt }) {
      const row = { lookup, person, kind, about, told_at: toldAt, expires_at: expiresAt, used_at: null };
      await within(tx).insertInto('disavowals').values(row).execute();
    },
    async find(lookup, now) {
      const row = await db
        .selectFrom('disavowals')
        .selectAll()
        .where('lookup', '=', lookup)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return row && disavowalOf(row, row.used_at !== null);
    },
    async take(tx, lookup, now) {
      const row = await within(tx)
        .updateTable('disavowals')
        .set({ used_at: now })
        .where('lookup', '=', lookup)
        .where('expires_at', '>', now)
        .where('used_at', 'is', null)
        .returningAll()
        .executeTakeFirst();
      return row && disavowalOf(row, false);
    },
    async removeExpired(now) {
      await db.deleteFrom('disavowals').where('expires_at', '<=', now).execute();
    },
  };
}

const disavowalOf = ({ person, kind, about, told_at: toldAt }: Row, used: boolean): Disavowal => ({
  person,
  kind,
  about,
  toldAt,
  used,
});
