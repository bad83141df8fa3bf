import { CompiledQuery } from 'kysely';
import type { Database, Tx } from '../../../../kernel/index.ts';
import { inside, runOnPool } from '../../../../platform/postgres/index.ts';
import type { ArtifactPut, JoinedAgencySession } from './artifact-unit.ts';

export interface Statement {
  readonly name: string;
  readonly text: string;
}

export async function runOn<R>(
  db: Database,
  { name, text }: Statement,
  values: unknown[],
  tx: Tx | undefined,
): Promise<R[]> {
  if (tx) return (await inside(tx).executeQuery<R>(CompiledQuery.raw(text, values))).rows;
  return runOnPool<R>(db, { name: `artifact-${name}`, text, values });
}

/**
 * What has not expired ends today or tomorrow. Said in each statement, so that PostgreSQL opens two of the four partitions
 * and not all.
 */
export const live = "slot IN (day_slot(now()), day_slot(now() + interval '1 day'))";

const columns = 'lookup, sealed, uid_lookup, uid_sealed, consumed_at';

export const statements = {
  /** The row, and those it names as related: by lookup, and provider sessions by their second identifier. */
  find: {
    name: 'find',
    text: `
      WITH asked AS MATERIALIZED (
        SELECT ${columns}, related FROM openid_artifacts
        WHERE lookup = $1 AND ${live} AND expires_at > now() ORDER BY expires_at DESC LIMIT 1)
      SELECT ${columns} FROM asked
      UNION ALL
      SELECT ${columns} FROM openid_artifacts
        WHERE lookup = ANY ((SELECT related FROM asked)::bytea[]) AND ${live} AND expires_at > now()
      UNION ALL
      SELECT ${columns} FROM openid_artifacts
        WHERE uid_lookup = ANY ((SELECT related FROM asked)::bytea[]) AND ${live} AND expires_at > now()`,
  },
  findByUid: {
    name: 'find-by-uid',
    text: `SELECT ${columns} FROM openid_artifacts WHERE uid_lookup = $1 AND ${live} AND expires_at > now()`,
  },
  consume: {
    name: 'consume',
    text: `UPDATE openid_artifacts SET consumed_at = now() WHERE lookup = $1 AND ${live} AND consumed_at IS NULL RETURNING consumed_at`,
  },
  destroy: { name: 'destroy', text: `DELETE FROM openid_artifacts WHERE lookup = $1 AND ${live}` },
  revoke: { name: 'revoke', text: `DELETE FROM openid_artifacts WHERE grant_lookup = $1 AND ${live}` },
  /**
   * A row that has expired and was not swept yet is as good as none. Only within one partition can two not have the same
   * lookup: a use that ends after midnight is therefore written to today's as well, where one that ended before midnight
   * would lie.
   */
  firstUse: {
    name: 'first-use',
    text: `
      WITH lasting AS (SELECT now() + make_interval(secs => $3) AS ends_at),
      midnight AS (SELECT date_trunc('day', ends_at, 'UTC') - interval '1 microsecond' AS ends_at FROM lasting),
      places AS (
        SELECT ends_at FROM lasting UNION ALL SELECT ends_at FROM midnight WHERE ends_at >= now()),
      written AS (
        INSERT INTO openid_artifacts AS stored (lookup, slot, kind, sealed, expires_at)
        SELECT $1, day_slot(ends_at), $2, '', ends_at FROM places ORDER BY ends_at
        ON CONFLICT (lookup, slot) DO UPDATE SET expires_at = excluded.expires_at
          WHERE stored.expires_at <= now()
        RETURNING 1)
      SELECT 1 WHERE (SELECT count(*) FROM written) = (SELECT count(*) FROM places)`,
  },
} as const;

const types = ['bytea', 'text', 'bytea', 'bytea', 'bytea', 'bytea', 'bytea', 'bytea', 'bytea[]', 'float8'];

/**
 * One statement for all of it. Rows that go are gone before rows come: a renewed session keeps its second identifier.
 * What goes is named one by one, each number of them in a statement of its own: PostgreSQL plans a statement anew at every
 * use where it cannot know how long a list will be.
 */
export function writing(
  puts: readonly ArtifactPut[],
  gone: readonly Buffer[],
  joined?: JoinedAgencySession,
): { readonly statement: Statement; readonly values: unknown[] } {
  if (puts.length === 0) {
    const text = `DELETE FROM openid_artifacts WHERE ${oneOf(gone.length)} AND ${live}`;
    return { statement: { name: `remove-${gone.length}`, text }, values: [...gone] };
  }
  return {
    statement: putting({
      removed: gone.length,
      put: puts.length,
      joins: joined !== undefined,
      moves: puts.some(({ kind }) => extended.includes(kind)),
    }),
    values: [...gone, ...puts.flatMap(putValues), ...(joined ? joinedValues(joined) : [])],
  };
}

const oneOf = (count: number): string =>
  `lookup IN (${Array.from({ length: count }, (_, n) => `$${n + 1}::bytea`).join(', ')})`;

const putValues = (put: ArtifactPut): unknown[] => [
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
];

const joinedValues = (joined: JoinedAgencySession): unknown[] => [
  joined.session,
  joined.agency,
  joined.sid,
  joined.providerSession,
  joined.grantLookup,
  joined.expiresIn,
];

/**
 * Beside the artifacts, in the same statement: from `at` on are the values of `joinedValues`. Its row of another day goes:
 * only within one partition can two not have the same key.
 */
const joining = (at: number): string => `
      joining AS (SELECT $${at}::bytea AS session, $${at + 1}::text AS agency, $${at + 2}::text AS sid,
        $${at + 3}::bytea AS provider_session, $${at + 4}::bytea AS grant_lookup,
        now() + make_interval(secs => $${at + 5}::float8) AS expires_at),
      earlier AS (DELETE FROM agency_sessions USING joining
        WHERE agency_sessions.session = joining.session AND agency_sessions.agency = joining.agency
          AND ${live} AND slot <> day_slot(joining.expires_at)),
      joined AS (INSERT INTO agency_sessions (session, agency, slot, sid, provider_session, grant_lookup, expires_at)
        SELECT session, agency, day_slot(expires_at), sid, provider_session, grant_lookup, expires_at FROM joining
        ON CONFLICT (session, agency, slot) DO UPDATE SET sid = excluded.sid,
          provider_session = excluded.provider_session, grant_lookup = excluded.grant_lookup,
          expires_at = excluded.expires_at),`;

/** What is written again lies in the partition of the day on which it ends now. What was used up stays so. */
const moving = `,
      moved AS (DELETE FROM openid_artifacts USING put
        WHERE openid_artifacts.lookup = put.lookup AND ${live} AND slot <> day_slot(put.expires_at)
        RETURNING openid_artifacts.lookup, consumed_at)`;

/** Of these kinds one is written more than once, with another end. */
const extended: readonly string[] = ['Session', 'Grant', 'Interaction'];

interface Parts {
  readonly removed: number;
  readonly put: number;
  readonly joins: boolean;
  readonly moves: boolean;
}

const removing = (count: number): string => `
      gone AS (DELETE FROM openid_artifacts WHERE ${oneOf(count)} AND ${live} RETURNING 1),`;

function putting({ removed, put, joins, moves }: Parts): Statement {
  const row = (n: number) =>
    types.map((type, at) => `$${1 + removed + n * types.length + at}::${type}`).join(', ');
  const rows = Array.from({ length: put }, (_, n) => `(${row(n)})`).join(', ');
  return {
    name: `put-${put}-${removed}${joins ? '-joined' : ''}${moves ? '-moving' : ''}`,
    text: `
      WITH ${joins ? joining(1 + removed + put * types.length) : ''}${removed > 0 ? removing(removed) : ''}
      put AS MATERIALIZED (SELECT *, now() + make_interval(secs => seconds) AS expires_at
        FROM (VALUES ${rows}) AS given (lookup, kind, sealed, uid_lookup, uid_sealed, grant_lookup, person_lookup,
          pairing_lookup, related, seconds))${moves ? moving : ''}
      INSERT INTO openid_artifacts AS stored
        (lookup, slot, kind, sealed, uid_lookup, uid_sealed, grant_lookup, person_lookup, pairing_lookup, related,
         expires_at, consumed_at)
      SELECT lookup, day_slot(expires_at), kind, sealed, uid_lookup, uid_sealed, grant_lookup, person_lookup,
        pairing_lookup, related, expires_at,
        ${moves ? '(SELECT consumed_at FROM moved WHERE moved.lookup = put.lookup)' : 'NULL'}
      FROM put ${removed > 0 ? 'WHERE (SELECT count(*) FROM gone) >= 0' : ''}
      ON CONFLICT (lookup, slot) DO UPDATE SET sealed = excluded.sealed, uid_lookup = excluded.uid_lookup,
        uid_sealed = excluded.uid_sealed, grant_lookup = excluded.grant_lookup,
        person_lookup = excluded.person_lookup, pairing_lookup = excluded.pairing_lookup,
        related = excluded.related, expires_at = excluded.expires_at`,
  };
}
