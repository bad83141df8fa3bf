import type { SessionStore, StoredSession } from './session-store.ts';

/** The part of a `pg` pool that is used. */
interface Queryable {
  query(text: string, values: unknown[]): Promise<{ rows: unknown[]; rowCount: number | null }>;
}

interface SessionRow {
  readonly id_hash: Uint8Array;
  readonly signet_sid: string | null;
  readonly subject: string;
  readonly sealed: string;
  readonly ends_at: Date;
}

/** The tables, for one of the agency's own migrations. */
export const sessionTables = `
  CREATE TABLE signet_sessions (
    id_hash      bytea PRIMARY KEY,
    signet_sid   text,
    subject      text NOT NULL,
    sealed       text NOT NULL,
    last_seen_at timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL
  );
  CREATE INDEX ON signet_sessions (subject);
  CREATE INDEX ON signet_sessions (ends_at);
  CREATE TABLE signet_logout_orders (
    jti        text PRIMARY KEY,
    signet_sid text,
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX ON signet_logout_orders (signet_sid);
`;

/** Longer than any sign-in stays between Signet and here, so that a logout is not overtaken by it. */
const ORDER_KEPT_MS = 3_600_000;

const toSession = (row: SessionRow): StoredSession => ({
  idHash: row.id_hash,
  sid: row.signet_sid ?? undefined,
  subject: row.subject,
  sealed: row.sealed,
  endsAt: row.ends_at,
});

/** Sessions in the agency's own PostgreSQL (`sessionTables`). Ended ones are swept at each sign-in. */
export function postgresSessionStore(pool: Queryable): SessionStore {
  return {
    async add({ idHash, sid, subject, sealed, endsAt }, now) {
      await pool.query('DELETE FROM signet_sessions WHERE ends_at < $1', [now]);
      const added = await pool.query(
        `INSERT INTO signet_sessions (id_hash, signet_sid, subject, sealed, last_seen_at, ends_at)
         SELECT $1, $2::text, $3, $4, $5, $6
         WHERE NOT EXISTS (SELECT FROM signet_logout_orders WHERE signet_sid = $2::text)`,
        [idHash, sid ?? null, subject, sealed, now, endsAt],
      );
      return added.rowCount === 1;
    },

    async touch(idHash, now, idleSince) {
      const { rows } = await pool.query(
        `UPDATE signet_sessions SET last_seen_at = $2
         WHERE id_hash = $1 AND ends_at > $2 AND last_seen_at > $3
         RETURNING id_hash, signet_sid, subject, sealed, ends_at`,
        [idHash, now, idleSince],
      );
      const row = rows[0] as SessionRow | undefined;
      return row === undefined ? undefined : toSession(row);
    },

    async find(idHash) {
      const { rows } = await pool.query(
        'SELECT id_hash, signet_sid, subject, sealed, ends_at FROM signet_sessions WHERE id_hash = $1',
        [idHash],
      );
      const row = rows[0] as SessionRow | undefined;
      return row === undefined ? undefined : toSession(row);
    },

    async hasLapsed({ subject, sid }, idleSince) {
      const { rowCount } = await pool.query(
        'SELECT FROM signet_sessions WHERE subject = $1 AND signet_sid = $2 AND last_seen_at <= $3 LIMIT 1',
        [subject, sid ?? null, idleSince],
      );
      return rowCount === 1;
    },

    async remove(idHash) {
      await pool.query('DELETE FROM signet_sessions WHERE id_hash = $1', [idHash]);
    },

    async end({ jti, sid, sub, expires }) {
      const keepUntil = new Date(expires.getTime() + ORDER_KEPT_MS);
      await pool.query('DELETE FROM signet_logout_orders WHERE expires_at < now()', []);
      // With a sid only that session ends; without one, every session of the person (P4).
      await pool.query(
        `WITH noted AS (
           INSERT INTO signet_logout_orders (jti, signet_sid, expires_at) VALUES ($1, $2::text, $4)
           ON CONFLICT (jti) DO NOTHING RETURNING 1
         )
         DELETE FROM signet_sessions
         WHERE EXISTS (SELECT FROM noted)
           AND ($2::text IS NULL OR signet_sid = $2::text)
           AND ($3::text IS NULL OR subject = $3::text)`,
        [jti, sid ?? null, sub ?? null, keepUntil],
      );
    },
  };
}
