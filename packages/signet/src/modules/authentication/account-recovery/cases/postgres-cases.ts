import { sql } from 'kysely';
import type { Database, Language, PersonId, Tx } from '../../../../kernel/index.ts';
import { inside, queriesOn } from '../../../../platform/postgres/index.ts';
import type { CaseState } from './cases.ts';

export interface StoredCase {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly state: CaseState;
  readonly person: PersonId | null;
  readonly contact: Buffer;
  readonly language: Language;
  readonly status_lookup: Buffer;
  readonly link_lookup: Buffer | null;
  readonly agent: string | null;
  readonly saw: string | null;
  readonly opened_at: Date;
  readonly settled_at: Date | null;
  readonly due_at: Date | null;
  readonly forget_at: Date;
}

type Tables = { recovery_cases: StoredCase };
export type CaseChange = Partial<
  Pick<StoredCase, 'link_lookup' | 'agent' | 'saw' | 'settled_at' | 'due_at' | 'forget_at'>
>;

export interface CaseStore {
  add(tx: Tx, row: StoredCase): Promise<void>;
  byReference(reference: string): Promise<StoredCase | undefined>;
  byStatus(lookup: Buffer): Promise<StoredCase | undefined>;
  byLink(lookup: Buffer): Promise<StoredCase | undefined>;
  listed(): Promise<readonly StoredCase[]>;
  due(now: Date): Promise<readonly StoredCase[]>;
  /** Moves it on, if nobody else did since it was read: of two at once one does. */
  move(
    tx: Tx,
    from: Pick<StoredCase, 'id' | 'version'>,
    to: CaseState,
    change?: CaseChange,
  ): Promise<boolean>;
  /** Stops one that is under way; tells which, for its contact. */
  cancel(tx: Tx, id: string): Promise<StoredCase | undefined>;
  isUnderWay(person: PersonId): Promise<boolean>;
  forget(now: Date): Promise<void>;
}

export function postgresCases(database: Database): CaseStore {
  const db = queriesOn(database).withTables<Tables>();
  const within = (tx: Tx) => inside(tx).withTables<Tables>();
  const one = (column: 'reference' | 'status_lookup' | 'link_lookup', value: string | Buffer) =>
    db.selectFrom('recovery_cases').selectAll().where(column, '=', value).executeTakeFirst();
  return {
    async add(tx, row) {
      await within(tx).insertInto('recovery_cases').values(row).execute();
    },
    byReference: (reference) => one('reference', reference),
    byStatus: (lookup) => one('status_lookup', lookup),
    byLink: (lookup) => one('link_lookup', lookup),
    listed: () =>
      db
        .selectFrom('recovery_cases')
        .selectAll()
        .where('state', 'in', ['open', 'waiting', 'ready'])
        .orderBy('opened_at')
        .execute(),
    due: (now) =>
      db
        .selectFrom('recovery_cases')
        .selectAll()
        .where('state', '=', 'waiting')
        .where('due_at', '<=', now)
        .execute(),
    async move(tx, { id, version }, state, change = {}) {
      const moved = await within(tx)
        .updateTable('recovery_cases')
        .set({ ...change, state, version: version + 1 })
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst();
      return moved.numUpdatedRows === 1n;
    },
    cancel: (tx, id) =>
      within(tx)
        .updateTable('recovery_cases')
        .set({ state: 'canceled', version: sql`version + 1` })
        .where('id', '=', id)
        .where('state', 'in', ['open', 'waiting', 'ready'])
        .returningAll()
        .executeTakeFirst(),
    async isUnderWay(person) {
      const query = db.selectFrom('recovery_cases').select('id').where('person', '=', person);
      const live = query.where('state', 'in', ['open', 'waiting', 'ready']);
      return (await live.executeTakeFirst()) !== undefined;
    },
    async forget(now) {
      await db.deleteFrom('recovery_cases').where('forget_at', '<=', now).execute();
    },
  };
}
