import type { Adapter, AdapterPayload } from 'oidc-provider';
import type pg from 'pg';

/** What anyone would write first: a row an artifact, its payload as jsonb, in statements that are prepared once. */
export const bareTable = `
  CREATE TABLE IF NOT EXISTS artifacts (
    kind text NOT NULL,
    id text NOT NULL,
    payload jsonb NOT NULL,
    grant_id text,
    uid text,
    expires_at timestamptz NOT NULL,
    consumed_at timestamptz,
    PRIMARY KEY (kind, id)
  );
  CREATE INDEX IF NOT EXISTS artifacts_grant ON artifacts (grant_id) WHERE grant_id IS NOT NULL;
  CREATE INDEX IF NOT EXISTS artifacts_uid ON artifacts (uid) WHERE uid IS NOT NULL`;

interface Row {
  payload: AdapterPayload;
  consumed_at: Date | null;
}

export function bareStore(pool: pg.Pool): (kind: string) => Adapter {
  const run = async (name: string, text: string, values: unknown[]): Promise<Row[]> =>
    (await pool.query<Row>({ name, text, values })).rows;
  const payloadOf = ([row]: Row[]): AdapterPayload | undefined =>
    row && { ...row.payload, ...(row.consumed_at ? { consumed: row.consumed_at.getTime() / 1000 } : {}) };
  return (kind) => ({
    async upsert(id, payload, expiresIn) {
      await run('upsert', upsert, [kind, id, payload, payload.grantId, payload.uid, expiresIn]);
    },
    find: async (id) => payloadOf(await run('find', `${select} AND id = $2`, [kind, id])),
    findByUid: async (uid) => payloadOf(await run('find-by-uid', `${select} AND uid = $2`, [kind, uid])),
    findByUserCode: async () => undefined,
    async consume(id) {
      await run('consume', 'UPDATE artifacts SET consumed_at = now() WHERE kind = $1 AND id = $2', [
        kind,
        id,
      ]);
    },
    async destroy(id) {
      await run('destroy', 'DELETE FROM artifacts WHERE kind = $1 AND id = $2', [kind, id]);
    },
    async revokeByGrantId(grantId) {
      await run('revoke', 'DELETE FROM artifacts WHERE grant_id = $1', [grantId]);
    },
  });
}

const select = 'SELECT payload, consumed_at FROM artifacts WHERE kind = $1 AND expires_at > now()';

const upsert = `
  INSERT INTO artifacts (kind, id, payload, grant_id, uid, expires_at)
  VALUES ($1, $2, $3, $4, $5, now() + make_interval(secs => $6))
  ON CONFLICT (kind, id) DO UPDATE SET payload = excluded.payload, grant_id = excluded.grant_id,
    uid = excluded.uid, expires_at = excluded.expires_at`;
