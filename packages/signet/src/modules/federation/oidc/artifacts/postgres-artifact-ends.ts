import { CompiledQuery } from 'kysely';
import type { Database, Tx } from '../../../../kernel/index.ts';
import { emptyPastDay, inside } from '../../../../platform/postgres/index.ts';
import { subjectLookup } from './postgres-artifact-rows.ts';
import { live } from './postgres-artifact-statements.ts';

/** What an agency knows a session by. */
export interface EndedSession {
  readonly agency: string;
  readonly sid: string;
}

/**
 * Revokes what one agency was issued about a person: the grants with all their codes and tokens. Returns the sessions that
 * the agency has from them.
 */
export async function revokeSubject(
  tx: Tx,
  person: string,
  agency: string,
): Promise<readonly EndedSession[]> {
  const query = CompiledQuery.raw(revokeBy('pairing_lookup'), [subjectLookup(person, agency)]);
  return (await inside(tx).executeQuery<EndedSession>(query)).rows;
}

/** The same everywhere, provider sessions as well. Returns the agencies' sessions that came from them. */
export async function endSubject(tx: Tx, person: string): Promise<readonly EndedSession[]> {
  const query = CompiledQuery.raw(revokeBy('person_lookup'), [subjectLookup(person)]);
  return (await inside(tx).executeQuery<EndedSession>(query)).rows;
}

const revokeBy = (column: 'person_lookup' | 'pairing_lookup'): string => `
  WITH gone AS (DELETE FROM openid_artifacts WHERE ${column} = $1 AND ${live} RETURNING grant_lookup),
  joined AS (
    DELETE FROM agency_sessions WHERE grant_lookup IN (SELECT grant_lookup FROM gone) RETURNING agency, sid),
  hanging AS (DELETE FROM openid_artifacts WHERE grant_lookup IN (SELECT grant_lookup FROM gone))
  SELECT agency, sid FROM joined`;

/**
 * Ends what agencies hold by these sessions of ours: provider sessions, grants with their codes and tokens. With the
 * transaction in which our own sessions end. Returns what each agency knows its session by.
 */
export async function endJoined(tx: Tx, sessions: readonly Buffer[]): Promise<readonly EndedSession[]> {
  const query = CompiledQuery.raw(endBySession, [sessions]);
  return (await inside(tx).executeQuery<EndedSession>(query)).rows;
}

const endBySession = `
  WITH ended AS (
    DELETE FROM agency_sessions WHERE session = ANY ($1::bytea[])
    RETURNING agency, sid, provider_session, grant_lookup),
  sessions AS (
    DELETE FROM openid_artifacts WHERE lookup IN (SELECT provider_session FROM ended)),
  grants AS (
    DELETE FROM openid_artifacts WHERE grant_lookup IN (SELECT grant_lookup FROM ended))
  SELECT agency, sid FROM ended`;

/** Takes away what expired by the day before; a job runs it. Until then it lies there and nothing finds it. */
export async function sweepExpired(db: Database): Promise<void> {
  await emptyPastDay(db, 'openid_artifacts');
  await emptyPastDay(db, 'agency_sessions');
}
