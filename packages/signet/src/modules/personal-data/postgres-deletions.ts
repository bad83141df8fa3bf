import { type Selectable, sql } from 'kysely';
import type { Database, PersonId, Tx } from '../../kernel/index.ts';
import { inside, queriesOn } from '../../platform/postgres/index.ts';

interface DeletionsTable {
  person: PersonId;
  reference: string;
  state: 'waiting' | 'closing';
  asked_at: Date;
  due_at: Date;
  reminded_at: Date | null;
  closed_at: Date | null;
}
type Tables = {
  account_deletions: DeletionsTable;
  account_deletion_links: { lookup: Buffer; person: PersonId };
};

export type StoredDeletion = Selectable<DeletionsTable>;

export interface DeletionStore {
  of(person: PersonId): Promise<StoredDeletion | undefined>;
  /** False when there is one already. */
  add(
    tx: Tx,
    deletion: Pick<StoredDeletion, 'person' | 'reference' | 'asked_at' | 'due_at'>,
  ): Promise<boolean>;
  addLink(tx: Tx, person: PersonId, lookup: Buffer): Promise<void>;
  personOfLink(lookup: Buffer): Promise<PersonId | undefined>;
  /** False when it is not waiting: of keeping and closing at the same moment one succeeds. */
  removeWaiting(tx: Tx, person: PersonId): Promise<boolean>;
  toRemind(dueBefore: Date): Promise<readonly StoredDeletion[]>;
  markReminded(tx: Tx, person: PersonId, at: Date): Promise<boolean>;
  toClose(now: Date): Promise<readonly PersonId[]>;
  close(tx: Tx, person: PersonId, now: Date): Promise<boolean>;
  toErase(closedBefore: Date): Promise<readonly PersonId[]>;
  /** From now on closing, under this reference, whether or not a deletion had been asked for. */
  putClosing(tx: Tx, person: PersonId, reference: string, now: Date): Promise<void>;
  /** Its reference, for the one who takes it: of two workers at once the second waits and gets nothing. */
  takeClosing(tx: Tx, person: PersonId): Promise<string | undefined>;
  forget(tx: Tx, person: PersonId): Promise<void>;
}

export function postgresDeletions(database: Database): DeletionStore {
  const db = queriesOn(database).withTables<Tables>();
  const within = (tx: Tx) => inside(tx).withTables<Tables>();
  /** All of them: those that may not go on yet must not stand before the others. */
  const inState = (state: DeletionsTable['state']) =>
    db.selectFrom('account_deletions').selectAll().where('state', '=', state).orderBy('due_at');
  return {
    of: (person) =>
      db.selectFrom('account_deletions').selectAll().where('person', '=', person).executeTakeFirst(),
    async add(tx, deletion) {
      const result = await within(tx)
        .insertInto('account_deletions')
        .values({ ...deletion, state: 'waiting', reminded_at: null, closed_at: null })
        .onConflict((conflict) => conflict.column('person').doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },
    async addLink(tx, person, lookup) {
      await within(tx).insertInto('account_deletion_links').values({ person, lookup }).execute();
    },
    async personOfLink(lookup) {
      const row = await db
        .selectFrom('account_deletion_links')
        .innerJoin('account_deletions', 'account_deletions.person', 'account_deletion_links.person')
        .select('account_deletions.person')
        .where('lookup', '=', lookup)
        .where('state', '=', 'waiting')
        .executeTakeFirst();
      return row?.person;
    },
    async removeWaiting(tx, person) {
      const result = await within(tx)
        .deleteFrom('account_deletions')
        .where('person', '=', person)
        .where('state', '=', 'waiting')
        .executeTakeFirst();
      return result.numDeletedRows === 1n;
    },
    toRemind: (dueBefore) =>
      inState('waiting').where('reminded_at', 'is', null).where('due_at', '<=', dueBefore).execute(),
    async markReminded(tx, person, at) {
      const result = await within(tx)
        .updateTable('account_deletions')
        .set({ reminded_at: at })
        .where('person', '=', person)
        .where('state', '=', 'waiting')
        .where('reminded_at', 'is', null)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    async toClose(now) {
      return (await inState('waiting').where('due_at', '<=', now).execute()).map(({ person }) => person);
    },
    async close(tx, person, now) {
      const result = await within(tx)
        .updateTable('account_deletions')
        .set({ state: 'closing', closed_at: now })
        .where('person', '=', person)
        .where('state', '=', 'waiting')
        .where('due_at', '<=', now)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    async toErase(closedBefore) {
      const rows = await inState('closing').where('closed_at', '<=', closedBefore).execute();
      return rows.map(({ person }) => person);
    },
    async putClosing(tx, person, reference, now) {
      const closing = { reference, state: 'closing', closed_at: now } as const;
      await within(tx)
        .insertInto('account_deletions')
        .values({ person, asked_at: now, due_at: now, reminded_at: null, ...closing })
        .onConflict((conflict) => conflict.column('person').doUpdateSet(closing))
        .execute();
    },
    async takeClosing(tx, person) {
      const { rows } = await sql<{ reference: string }>`
        DELETE FROM account_deletions WHERE person = ${person} AND state = 'closing'
        RETURNING reference`.execute(inside(tx));
      return rows[0]?.reference;
    },
    async forget(tx, person) {
      await within(tx).deleteFrom('account_deletions').where('person', '=', person).execute();
    },
  };
}
