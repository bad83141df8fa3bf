import { CompiledQuery } from 'kysely';
import type { Tx } from '../../../kernel/index.ts';
import { inside, type Pool } from '../../../platform/postgres/index.ts';
import type { AgencySession, ArtifactPut } from './artifact-unit.ts';

export interface Statement {
  readonly name: string;
  readonly text: string;
}

export async function runOn<R>(
  pool: Pool,
  { name, text }: Statement,
  values: unknown[],
  tx: Tx | undefined,
): Promise<R[]> {
  if (tx) return (await inside(tx).executeQuery<R>(CompiledQuery.raw(text, values))).rows;
  return (await pool.pg.query({ name: `artifact-${name}`, text, values })).rows as R[];
}

const columns = 'lookup, sealed, uid_lookup, uid_sealed, consumed_at';

export const statements = {
  /** The row, and those it names as related: by lookup, and provider sessions by their second identifier. */
  find: {
    name: 'find',
    text: `
      WITH asked AS MATERIALIZED (
        SELECT ${columns}, related FROM openid_artifacts WHERE lookup = $1 AND expires_at > now())
      SELECT ${columns} FROM asked
      UNION ALL
      SELECT ${columns} FROM openid_artifacts
        WHERE lookup = ANY ((SELECT related FROM asked)::bytea[]) AND expires_at > now()
      UNION ALL
      SELECT ${columns} FROM openid_artifacts
        WHERE uid_lookup = ANY ((SELECT related FROM asked)::bytea[]) AND expires_at > now()`,
  },
  findByUid: {
    name: 'find-by-uid',
    text: `SELECT ${columns} FROM openid_artifacts WHERE uid_lookup = $1 AND expires_at > now()`,
  },
  consume: {
    name: 'consume',
    text: 'UPDATE openid_artifacts SET consumed_at = now() WHERE lookup = $1 AND consumed_at IS NULL RETURNING 1',
  },
  destroy: { name: 'destroy', text: 'DELETE FROM openid_artifacts WHERE lookup = $1' },
  revoke: { name: 'revoke', text: 'DELETE FROM openid_artifacts WHERE grant_lookup = $1' },
  /** A row that has expired and was not swept yet is as good as none. */
  firstUse: {
    name: 'first-use',
    text: `
      INSERT INTO openid_artifacts (lookup, kind, sealed, expires_at)
      VALUES ($1, $2, '', now() + make_interval(secs => $3))
      ON CONFLICT (lookup) DO UPDATE SET expires_at = excluded.expires_at
        WHERE openid_artifacts.expires_at <= now()
      RETURNING 1`,
  },
} as const;

const types = ['bytea', 'text', 'bytea', 'bytea', 'bytea', 'bytea', 'bytea', 'bytea', 'bytea[]', 'float8'];

/** One statement for all of it. Rows that go are gone before rows come: a renewed session keeps its second identifier. */
export function writing(
  puts: readonly ArtifactPut[],
  gone: readonly Buffer[],
  joined?: AgencySession,
): { readonly statement: Statement; readonly values: unknown[] } {
  if (puts.length === 0) {
    const text = 'DELETE FROM openid_artifacts WHERE lookup = ANY ($1::bytea[])';
    return { statement: { name: 'remove', text }, values: [gone] };
  }
  return {
    statement: putting(puts.length, joined !== undefined),
    values: [
      gone,
      ...puts.flatMap((put) => [
        put.lookup,
        put.kind,
        put.sealed,
        put.uid_lookup,
        put.uid_sealed,
        put.grant_lookup,
        put.person_lookup,
        put.pairing_lookup,
        put.related,
        put.expiresIn,
      ]),
      ...(joined ? joinedValues(joined) : []),
    ],
  };
}

const joinedValues = (joined: AgencySession): unknown[] => [
  joined.session,
  joined.agency,
  joined.sid,
  joined.providerSession,
  joined.grantLookup,
  joined.expiresIn,
];

/** Beside the artifacts, in the same statement: from `at` on are the values of `joinedValues`. */
const joining = (at: number): string => `
      joined AS (INSERT INTO agency_sessions (session, agency, sid, provider_session, grant_lookup, expires_at)
        VALUES ($${at}::bytea, $${at + 1}, $${at + 2}, $${at + 3}::bytea, $${at + 4}::bytea,
          now() + make_interval(secs => $${at + 5}::float8))
        ON CONFLICT (session, agency) DO UPDATE SET sid = excluded.sid,
          provider_session = excluded.provider_session, grant_lookup = excluded.grant_lookup,
          expires_at = excluded.expires_at),`;

function putting(count: number, joins: boolean): Statement {
  const row = (n: number) => types.map((type, at) => `$${2 + n * types.length + at}::${type}`).join(', ');
  const rows = Array.from({ length: count }, (_, n) => `(${row(n)})`).join(', ');
  return {
    name: `put-${count}${joins ? '-joined' : ''}`,
    text: `
      WITH ${joins ? joining(2 + count * types.length) : ''} gone AS (DELETE FROM openid_artifacts WHERE lookup = ANY ($1::bytea[]) RETURNING 1)
      INSERT INTO openid_artifacts AS stored
        (lookup, kind, sealed, uid_lookup, uid_sealed, grant_lookup, person_lookup, pairing_lookup, related,
         expires_at)
      SELECT lookup, kind, sealed, uid_lookup, uid_sealed, grant_lookup, person_lookup, pairing_lookup, related,
        now() + make_interval(secs => seconds)
      FROM (VALUES ${rows}) AS put (lookup, kind, sealed, uid_lookup, uid_sealed, grant_lookup, person_lookup,
        pairing_lookup, related, seconds)
      WHERE (SELECT count(*) FROM gone) >= 0
      ON CONFLICT (lookup) DO UPDATE SET sealed = excluded.sealed, uid_lookup = excluded.uid_lookup,
        uid_sealed = excluded.uid_sealed, grant_lookup = excluded.grant_lookup,
        person_lookup = excluded.person_lookup, pairing_lookup = excluded.pairing_lookup,
        related = excluded.related, expires_at = excluded.expires_at`,
  };
}
