import { CompiledQuery } from 'kysely';
import type { Database, Tx } from '../../../../kernel/index.ts';
import { inside, runOnPool } from '../../../../platform/postgres/index.ts';

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
  /**
   * Those of these, by lookup, and provider sessions by their second identifier. None for a token that is over by this clock,
   * which is one for all nodes.
   */
  findThese: {
    name: 'find-these',
    text: `
      SELECT ${columns} FROM openid_artifacts
        WHERE lookup IN ($1::bytea, $2::bytea) AND ${live} AND expires_at > now() AND to_timestamp($4::float8) > now()
      UNION ALL
      SELECT ${columns} FROM openid_artifacts
        WHERE uid_lookup = $3::bytea AND ${live} AND expires_at > now() AND to_timestamp($4::float8) > now()`,
  },
  /** Whether a pushed request was answered, or is over by this clock. */
  isOver: {
    name: 'is-over',
    text: `
      SELECT 1 AS over WHERE to_timestamp($2::float8) <= now()
        OR EXISTS (SELECT FROM openid_artifacts WHERE lookup = $1::bytea AND ${live})`,
  },
  consume: {
    name: 'consume',
    text: `UPDATE openid_artifacts SET consumed_at = now() WHERE lookup = $1 AND ${live} AND consumed_at IS NULL RETURNING consumed_at`,
  },
  destroy: { name: 'destroy', text: `DELETE FROM openid_artifacts WHERE lookup = $1 AND ${live}` },
  revoke: { name: 'revoke', text: `DELETE FROM openid_artifacts WHERE grant_lookup = $1 AND ${live}` },
  firstUse: { name: 'first-use', text: `${using()} SELECT 1 FROM used WHERE first` },
  /** With it, if it is one, a code's: its mark is a row as `postgres-artifact-writes.ts` has it. And the rows beside. */
  firstUseWithCode: {
    name: 'first-use-with-code',
    text: `
      ${using()},
      taken AS (
        INSERT INTO openid_artifacts (lookup, slot, kind, sealed, expires_at)
        SELECT $4::bytea, day_slot(ends_at), 'ReplayDetection', '', ends_at
        FROM (SELECT to_timestamp($5::float8) AS until, to_timestamp($5::float8) + interval '2 hours' AS ends_at) AS code
        WHERE until > now() AND (SELECT first FROM used)
        ON CONFLICT (lookup, slot) DO NOTHING RETURNING 1)
      SELECT first, (SELECT count(*) FROM taken) = 1 AS taken, ${columns} FROM used LEFT JOIN (
        SELECT ${columns} FROM openid_artifacts
          WHERE lookup IN ($4::bytea, $6::bytea) AND ${live} AND expires_at > now()
        UNION ALL
        SELECT ${columns} FROM openid_artifacts WHERE uid_lookup = $7::bytea AND ${live} AND expires_at > now()
      ) AS beside ON true`,
  },
} as const;

/**
 * A row that has expired and was not swept yet is as good as none. Only within one partition can two not have the same
 * lookup: a use that ends after midnight is therefore written to today's as well, where one that ended before midnight
 * would lie.
 */
function using(): string {
  return `
      WITH lasting AS (SELECT now() + make_interval(secs => $3) AS ends_at),
      midnight AS (SELECT date_trunc('day', ends_at, 'UTC') - interval '1 microsecond' AS ends_at FROM lasting),
      places AS (
        SELECT ends_at FROM lasting UNION ALL SELECT ends_at FROM midnight WHERE ends_at >= now()),
      written AS (
        INSERT INTO openid_artifacts AS stored (lookup, slot, kind, sealed, expires_at)
        SELECT $1, day_slot(ends_at), $2, '', ends_at FROM places ORDER BY ends_at
        ON CONFLICT (lookup, slot) DO UPDATE SET expires_at = excluded.expires_at
          WHERE stored.expires_at <= now()
        RETURNING 1),
      used AS MATERIALIZED (SELECT (SELECT count(*) FROM written) = (SELECT count(*) FROM places) AS first)`;
}
