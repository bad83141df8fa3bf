import { sql } from 'kysely';
import { AppError, type Database, type PersonId } from '../../kernel/index.ts';
import { inside, queriesOn } from '../../platform/postgres/index.ts';
import type { SsnIndexStore } from './ssn-index.ts';

export function postgresSsnIndexStore(db: Database): SsnIndexStore {
  return {
    async spend({ most, within }, now) {
      // A token bucket of one window's look-ups. On a connection of its own, so that it holds no lock while the
      // caller's transaction lasts and a rollback gives nothing back.
      const refilled = sql`LEAST(${most}, tokens
        + GREATEST(0, EXTRACT(epoch FROM ${now}::timestamptz - refilled_at)) * ${most} / ${within / 1000}::float8)`;
      const { rows } = await sql`
        UPDATE ssn_index_budget
        SET tokens = ${refilled} - 1, refilled_at = GREATEST(refilled_at, ${now}::timestamptz)
        WHERE ${refilled} >= 1
        RETURNING tokens`.execute(queriesOn(db));
      return rows.length === 1;
    },

    async claim(tx, digest, person) {
      // The update changes nothing: it is what makes the statement wait for, lock and return the first one's row.
      const { rows } = await sql<{ person: PersonId }>`
        INSERT INTO ssn_index (digest, person) VALUES (${digest}, ${person})
        ON CONFLICT (digest) DO UPDATE SET digest = excluded.digest
        RETURNING person`.execute(inside(tx));
      const [row] = rows;
      if (!row) throw new AppError('ssn-index-broken', { message: 'a claim returned no row' });
      return row.person;
    },

    async holds(tx, digest, person) {
      const { rows } = await sql`
        SELECT FROM ssn_index WHERE digest = ${digest} AND person = ${person}`.execute(inside(tx));
      return rows.length === 1;
    },

    async holder(tx, digest) {
      const { rows } = await sql<{ person: PersonId }>`
        SELECT person FROM ssn_index WHERE digest = ${digest}`.execute(inside(tx));
      return rows[0]?.person;
    },

    async releaseOthers(tx, person, keep) {
      await sql`DELETE FROM ssn_index WHERE person = ${person} AND digest <> ${keep}`.execute(inside(tx));
    },

    async release(tx, person) {
      await sql`DELETE FROM ssn_index WHERE person = ${person}`.execute(inside(tx));
    },
  };
}
