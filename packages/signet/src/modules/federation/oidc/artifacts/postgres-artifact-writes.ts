import type { ArtifactPut, JoinedAgencySession, Writes } from './artifact-unit.ts';
import { live, type Statement } from './postgres-artifact-statements.ts';

/**
 * One statement for all of it. Rows that go are gone before rows come: a renewed session keeps its second identifier.
 * What goes is named one by one, each number of them in a statement of its own: PostgreSQL plans a statement anew at every
 * use where it cannot know how long a list will be. Where there is a condition and it does not hold, no row comes back.
 */
export function writing({
  puts,
  gone = [],
  joined,
  marks = [],
  unused = [],
  standing = [],
}: Partial<Writes> & Pick<Writes, 'puts'>): {
  readonly statement: Statement;
  readonly values: unknown[];
} {
  const sizes: Sizes = {
    removed: gone.length,
    put: puts.length,
    marks: marks.length,
    unused: unused.length,
    standing: standing.length,
    joins: joined !== undefined && puts.length > 0,
    moves: puts.some(({ kind }) => extended.includes(kind)),
  };
  return {
    statement: statementOf(sizes),
    values: [
      ...gone,
      ...puts.flatMap(putValues),
      ...marks.flatMap(({ lookup, until }) => [lookup, until]),
      ...unused,
      ...standing,
      ...(joined && sizes.joins ? joinedValues(joined) : []),
    ],
  };
}

const made = new Map<string, Statement>();

/** There are few: what one HTTP request writes has one of some shapes. */
function statementOf(sizes: Sizes): Statement {
  const name = `write-${Object.values(sizes).map(Number).join('-')}`;
  const statement = made.get(name) ?? { name, text: textOf(sizes) };
  made.set(name, statement);
  return statement;
}

interface Sizes {
  readonly removed: number;
  readonly put: number;
  readonly marks: number;
  readonly unused: number;
  readonly standing: number;
  readonly joins: boolean;
  readonly moves: boolean;
}

const types = ['bytea', 'text', 'bytea', 'bytea', 'bytea', 'bytea', 'bytea', 'bytea', 'bytea[]', 'float8'];

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

/** Of these kinds one is written more than once, with another end. */
const extended: readonly string[] = ['Session', 'Grant', 'Interaction'];

function textOf(sizes: Sizes): string {
  const { removed, put, marks, unused, standing, joins, moves } = sizes;
  const [putsAt, marksAt] = [1 + removed, 1 + removed + put * types.length];
  const unusedAt = marksAt + marks * 2;
  const standingAt = unusedAt + unused;
  const conditional = marks + unused + standing > 0;
  const only = conditional ? 'AND (SELECT allowed FROM judged)' : '';
  const parts = [
    marks > 0 ? marking(marksAt, marks) : [],
    conditional ? judging(sizes, unusedAt, standingAt) : [],
    joins ? joining(standingAt + standing, only) : [],
    removed > 0
      ? `gone AS (DELETE FROM openid_artifacts WHERE ${among('lookup', 1, removed)} AND ${live} ${only} RETURNING 1)`
      : [],
    put > 0 ? putting(putsAt, put) : [],
    put > 0 && moves ? moving(only) : [],
  ].flat();
  if (put > 0)
    return `WITH ${parts.join(', ')} ${inserting(sizes, only)} ${conditional ? 'RETURNING 1' : ''}`;
  return `WITH ${parts.join(', ')} SELECT 1 WHERE ${removed > 0 ? '(SELECT count(*) FROM gone) >= 0' : 'true'} ${only}`;
}

const among = (column: string, at: number, count: number): string =>
  `${column} IN (${Array.from({ length: count }, (_, n) => `$${at + n}::bytea`).join(', ')})`;

/**
 * That something sealed is used, one row each. Its day follows from its own end, and is the same at each use: only within
 * one partition can two not have the same key. It stays for longer than any process may take the sealed value for valid,
 * whose clock is behind (`refuseWrongClock`). In time or not says the database's clock, one for all.
 */
const marking = (at: number, count: number): string[] => [
  `marking AS MATERIALIZED (
    SELECT lookup, to_timestamp(until) > now() AS in_time, to_timestamp(until) + interval '2 hours' AS ends_at
    FROM (VALUES ${Array.from({ length: count }, (_, n) => `($${at + 2 * n}::bytea, $${at + 2 * n + 1}::float8)`).join(', ')})
      AS given (lookup, until))`,
  `marked AS (
    INSERT INTO openid_artifacts (lookup, slot, kind, sealed, expires_at)
    SELECT lookup, day_slot(ends_at), 'ReplayDetection', '', ends_at FROM marking WHERE in_time ORDER BY lookup
    ON CONFLICT (lookup, slot) DO NOTHING RETURNING 1)`,
];

const judging = ({ marks, unused, standing }: Sizes, unusedAt: number, standingAt: number): string => {
  const conditions = [
    marks > 0 ? `(SELECT count(*) FROM marked) = ${marks}` : [],
    unused > 0
      ? `NOT EXISTS (SELECT FROM openid_artifacts WHERE ${among('lookup', unusedAt, unused)} AND ${live})`
      : [],
    standing > 0
      ? `(SELECT count(*) FROM openid_artifacts
          WHERE ${among('lookup', standingAt, standing)} AND ${live} AND expires_at > now()) = ${standing}`
      : [],
  ].flat();
  return `judged AS MATERIALIZED (SELECT ${conditions.join(' AND ')} AS allowed)`;
};

/**
 * Beside the artifacts, in the same statement: from `at` on are the values of `joinedValues`. Its row of another day goes:
 * only within one partition can two not have the same key.
 */
const joining = (at: number, only: string): string[] => [
  `joining AS (SELECT $${at}::bytea AS session, $${at + 1}::text AS agency, $${at + 2}::text AS sid,
    $${at + 3}::bytea AS provider_session, $${at + 4}::bytea AS grant_lookup,
    now() + make_interval(secs => $${at + 5}::float8) AS expires_at WHERE true ${only})`,
  `earlier AS (DELETE FROM agency_sessions USING joining
    WHERE agency_sessions.session = joining.session AND agency_sessions.agency = joining.agency
      AND ${live} AND slot <> day_slot(joining.expires_at))`,
  `joined AS (INSERT INTO agency_sessions (session, agency, slot, sid, provider_session, grant_lookup, expires_at)
    SELECT session, agency, day_slot(expires_at), sid, provider_session, grant_lookup, expires_at FROM joining
    ON CONFLICT (session, agency, slot) DO UPDATE SET sid = excluded.sid,
      provider_session = excluded.provider_session, grant_lookup = excluded.grant_lookup,
      expires_at = excluded.expires_at)`,
];

function putting(at: number, count: number): string {
  const row = (n: number) => types.map((type, column) => `$${at + n * types.length + column}::${type}`);
  const rows = Array.from({ length: count }, (_, n) => `(${row(n).join(', ')})`).join(', ');
  return `put AS MATERIALIZED (SELECT *, now() + make_interval(secs => seconds) AS expires_at
    FROM (VALUES ${rows}) AS given (lookup, kind, sealed, uid_lookup, uid_sealed, grant_lookup, person_lookup,
      pairing_lookup, related, seconds))`;
}

/** What is written again lies in the partition of the day on which it ends now. What was used up stays so. */
const moving = (only: string): string =>
  `moved AS (DELETE FROM openid_artifacts USING put
    WHERE openid_artifacts.lookup = put.lookup AND ${live} AND slot <> day_slot(put.expires_at) ${only}
    RETURNING openid_artifacts.lookup, consumed_at)`;

const inserting = ({ removed, moves }: Sizes, only: string): string => `
  INSERT INTO openid_artifacts AS stored
    (lookup, slot, kind, sealed, uid_lookup, uid_sealed, grant_lookup, person_lookup, pairing_lookup, related,
     expires_at, consumed_at)
  SELECT lookup, day_slot(expires_at), kind, sealed, uid_lookup, uid_sealed, grant_lookup, person_lookup,
    pairing_lookup, related, expires_at,
    ${moves ? '(SELECT consumed_at FROM moved WHERE moved.lookup = put.lookup)' : 'NULL'}
  FROM put WHERE ${removed > 0 ? '(SELECT count(*) FROM gone) >= 0' : 'true'} ${only}
  ON CONFLICT (lookup, slot) DO UPDATE SET sealed = excluded.sealed, uid_lookup = excluded.uid_lookup,
    uid_sealed = excluded.uid_sealed, grant_lookup = excluded.grant_lookup,
    person_lookup = excluded.person_lookup, pairing_lookup = excluded.pairing_lookup,
    related = excluded.related, expires_at = excluded.expires_at`;
