import { type Database, days, type PersonId, type Tx } from '../../../kernel/index.ts';
import { inside, queriesOn } from '../../../platform/postgres/index.ts';
import type { RecoveryMethod } from './recovery-steps.ts';

type Tables = {
  recoveries: {
    id: string;
    person: PersonId;
    state: 'started' | 'recovered' | 'canceled';
    method: RecoveryMethod | null;
    started_at: Date;
    recovered_at: Date | null;
    expires_at: Date;
  };
  recovery_blocks: { person: PersonId; blocked_until: Date };
};

export interface RecoveryStore {
  start(tx: Tx, id: string, person: PersonId, at: Date, until: Date): Promise<void>;
  isUnderWay(id: string, now: Date): Promise<boolean>;
  isPersonUnderWay(person: PersonId, now: Date): Promise<boolean>;
  /** False when it was canceled, ran out, or succeeded by another press. */
  succeed(tx: Tx, id: string, method: RecoveryMethod, now: Date): Promise<boolean>;
  /** When by one of these methods a recovery got through that the person then said was not them; the last of them. */
  disavowedAt(person: PersonId, methods: readonly RecoveryMethod[]): Promise<Date | undefined>;
  /** Its person is here: what was disavowed stands in the way of nothing any more. */
  forgive(tx: Tx, person: PersonId): Promise<boolean>;
  /** Cancels one, whatever became of it. Tells when it had succeeded, if it had. */
  cancel(tx: Tx, id: string): Promise<{ readonly recoveredAt: Date | undefined } | undefined>;
  /** Cancels all of a person that are under way. */
  cancelAll(tx: Tx, person: PersonId): Promise<void>;
  block(tx: Tx, person: PersonId, until: Date): Promise<void>;
  unblock(tx: Tx, person: PersonId): Promise<boolean>;
  blockedUntil(person: PersonId, now: Date): Promise<Date | undefined>;
  removeExpired(now: Date): Promise<void>;
}

export function postgresRecoveries(database: Database): RecoveryStore {
  const db = queriesOn(database).withTables<Tables>();
  const within = (tx: Tx) => inside(tx).withTables<Tables>();
  return {
    async start(tx, id, person, at, until) {
      const row = { id, person, state: 'started', method: null, started_at: at } as const;
      await within(tx)
        .insertInto('recoveries')
        .values({ ...row, recovered_at: null, expires_at: until })
        .execute();
    },
    async isUnderWay(id, now) {
      const query = db.selectFrom('recoveries').select('id').where('id', '=', id);
      const live = query.where('state', '=', 'started').where('expires_at', '>', now);
      return (await live.executeTakeFirst()) !== undefined;
    },
    async isPersonUnderWay(person, now) {
      const query = db.selectFrom('recoveries').select('id').where('person', '=', person);
      const live = query.where('state', '=', 'started').where('expires_at', '>', now);
      return (await live.executeTakeFirst()) !== undefined;
    },
    async succeed(tx, id, method, now) {
      const done = await within(tx)
        .updateTable('recoveries')
        .set({ state: 'recovered', method, recovered_at: now })
        .where('id', '=', id)
        .where('state', '=', 'started')
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return done.numUpdatedRows === 1n;
    },
    async disavowedAt(person, methods) {
      if (methods.length === 0) return undefined;
      const found = await db
        .selectFrom('recoveries')
        .select('recovered_at')
        .where('person', '=', person)
        .where('state', '=', 'canceled')
        .where('recovered_at', 'is not', null)
        .where('method', 'in', [...methods])
        .orderBy('recovered_at', 'desc')
        .executeTakeFirst();
      return found?.recovered_at ?? undefined;
    },
    async forgive(tx, person) {
      const all = within(tx).updateTable('recoveries').set({ method: null });
      const mine = all.where('person', '=', person).where('state', '=', 'canceled');
      const { numUpdatedRows } = await mine.where('recovered_at', 'is not', null).executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async cancel(tx, id) {
      const row = await within(tx)
        .updateTable('recoveries')
        .set({ state: 'canceled' })
        .where('id', '=', id)
        .returning('recovered_at')
        .executeTakeFirst();
      return row && { recoveredAt: row.recovered_at ?? undefined };
    },
    async cancelAll(tx, person) {
      const all = within(tx).updateTable('recoveries').set({ state: 'canceled' });
      await all.where('person', '=', person).where('state', '=', 'started').execute();
    },
    async block(tx, person, until) {
      await within(tx)
        .insertInto('recovery_blocks')
        .values({ person, blocked_until: until })
        .onConflict((conflict) => conflict.column('person').doUpdateSet({ blocked_until: until }))
        .execute();
    },
    async unblock(tx, person) {
      const gone = await within(tx)
        .deleteFrom('recovery_blocks')
        .where('person', '=', person)
        .executeTakeFirst();
      return gone.numDeletedRows > 0n;
    },
    async blockedUntil(person, now) {
      const query = db.selectFrom('recovery_blocks').select('blocked_until').where('person', '=', person);
      return (await query.where('blocked_until', '>', now).executeTakeFirst())?.blocked_until;
    },
    async removeExpired(now) {
      await db.deleteFrom('recovery_blocks').where('blocked_until', '<=', now).execute();
      // kept for as long as a notice's link may undo it
      const old = new Date(now.getTime() - keptFor);
      await db.deleteFrom('recoveries').where('started_at', '<=', old).execute();
    },
  };
}

const keptFor = days(31);
