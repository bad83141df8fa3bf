import { AsyncLocalStorage } from 'node:async_hooks';
import { CompiledQuery } from 'kysely';
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import { AppError, type Database, type Tx } from '../../../../kernel/index.ts';
import { emptyPastDay, inside, longestInDaySlots, lookUp } from '../../../../platform/postgres/index.ts';
import { lookupUnder, openUnder, sealUnder } from '../../../vault/index.ts';
import type { ArtifactPut, ArtifactRow, ArtifactUnit } from './artifact-unit.ts';
import { live, runOn, type Statement, statements, writing } from './postgres-artifact-statements.ts';

/** Only the first exchange of a code may succeed; of two at once the second gets this (C8, RFC 9700 §4.5). */
const once = new Set(['AuthorizationCode', 'PushedAuthorizationRequest', 'RefreshToken']);

export interface Artifacts {
  adapter(kind: string): Adapter;
  /** Everything that `work` does to artifacts belongs to `unit`, which is then `write`n. */
  within<T>(unit: ArtifactUnit, work: () => Promise<T>): Promise<T>;
  /** Writes what the unit holds, all or nothing: in one statement, or as part of a transaction. */
  write(unit: ArtifactUnit, tx?: Tx): Promise<void>;
  /** False when this identifier was used before and has not expired; of two at the same moment one gets true. */
  firstUse(kind: string, id: string, expiresIn: number): Promise<boolean>;
}

/**
 * OpenID artifacts in PostgreSQL, each found by a hash of its identifier and encrypted under a key derived from it
 * (docs/design.md §4 "A token is a key"). Statements are prepared once a connection: they are the hot path of a sign-in.
 */
export function artifactStore(db: Database): Artifacts {
  const units = new AsyncLocalStorage<ArtifactUnit>();
  const run = <R>(statement: Statement, values: unknown[], tx?: Tx) => runOn<R>(db, statement, values, tx);

  async function read(lookup: Buffer): Promise<ArtifactRow | undefined> {
    const unit = units.getStore();
    const known = unit?.read(lookup);
    if (known) return known.row;
    const rows = await lookUp<Stored>(db, statements.find.text, [lookup]);
    for (const row of rows) unit?.keep(row);
    return rows.find((row) => row.lookup.equals(lookup));
  }

  async function readByUid(lookup: Buffer): Promise<ArtifactRow | undefined> {
    const known = units.getStore()?.readByUid(lookup);
    if (known) return known;
    const [row] = await lookUp<Stored>(db, statements.findByUid.text, [lookup]);
    if (row) units.getStore()?.keep(row);
    return row;
  }

  async function write(unit: ArtifactUnit, tx?: Tx): Promise<void> {
    const { puts, gone, joined } = unit.take();
    if (puts.length + gone.length === 0) return;
    const { statement, values } = writing(puts, gone, joined);
    await run(statement, values, tx);
  }

  const adapter = (kind: string): Adapter => ({
    async upsert(id, payload, expiresIn) {
      const put = putOf(kind, id, payload, expiresIn);
      const unit = units.getStore();
      if (unit) return unit.put(put);
      const { statement, values } = writing([put], []);
      await run(statement, values);
    },

    async find(id) {
      const row = await read(lookupUnder(id, kind));
      return row && decode(openUnder(id, kind, row.sealed), row.consumed_at);
    },

    async findByUid(uid) {
      const row = await readByUid(lookupUnder(uid, uidPurpose));
      if (!row?.uid_sealed) return undefined;
      const id = openUnder(uid, uidPurpose, row.uid_sealed).toString();
      return decode(openUnder(id, kind, row.sealed), row.consumed_at);
    },

    async findByUserCode() {
      return undefined; // the device flow is off
    },

    async consume(id) {
      const lookup = lookupUnder(id, kind);
      const unit = units.getStore();
      if (unit?.isWaiting(lookup)) await write(unit);
      const [first] = await run<{ consumed_at: Date }>(statements.consume, [lookup]);
      if (!first && once.has(kind)) throw new errors.InvalidGrant('already used');
      if (first) unit?.consumed(lookup, first.consumed_at);
    },

    async destroy(id) {
      const lookup = lookupUnder(id, kind);
      const unit = units.getStore();
      if (unit) return unit.remove(lookup);
      await run(statements.destroy, [lookup]);
    },

    async revokeByGrantId(grantId) {
      const unit = units.getStore();
      if (unit) await write(unit); // what this request issued on the grant falls with it
      await run(statements.revoke, [lookupUnder(grantId, 'Grant')]);
      unit?.forget();
    },
  });

  return {
    adapter,
    within: (unit, work) => units.run(unit, work),
    write,
    async firstUse(kind, id, expiresIn) {
      if (!endsWithinADay(expiresIn)) throw new errors.InvalidClientAuth('lasts longer than a day');
      return (await run(statements.firstUse, [lookupUnder(id, kind), kind, expiresIn])).length > 0;
    },
  };
}

const endsWithinADay = (expiresIn: number | undefined): expiresIn is number =>
  expiresIn !== undefined && expiresIn * 1000 <= longestInDaySlots;

type Stored = ArtifactRow & Record<string, unknown>;

const uidPurpose = 'Session.uid';

function putOf(
  kind: string,
  id: string,
  payload: AdapterPayload,
  expiresIn: number | undefined,
): ArtifactPut {
  if (!endsWithinADay(expiresIn))
    throw new AppError('artifact-without-end', { message: `a ${kind} that does not expire within a day` });
  const { lookup, sealed } = sealUnder(id, kind, Buffer.from(JSON.stringify(payload)));
  const uid =
    kind === 'Session' && payload.uid ? sealUnder(payload.uid, uidPurpose, Buffer.from(id)) : undefined;
  const owner = kind === 'Grant' || kind === 'Session' ? payload.accountId : undefined;
  const paired = owner && kind === 'Grant' ? payload.clientId : undefined;
  return {
    lookup,
    kind,
    sealed,
    uid_lookup: uid?.lookup ?? null,
    uid_sealed: uid?.sealed ?? null,
    grant_lookup: kind === 'Grant' ? lookup : payload.grantId ? lookupUnder(payload.grantId, 'Grant') : null,
    person_lookup: owner ? subjectLookup(owner) : null,
    pairing_lookup: owner && paired ? subjectLookup(owner, paired) : null,
    related: relatedTo(payload),
    expiresIn,
  };
}

/** What the provider always looks at next to this one, so that both come in one query. */
function relatedTo(payload: AdapterPayload): Buffer[] | null {
  const { result, parJti } = payload as { result?: { consent?: { grantId?: string } }; parJti?: string };
  const grant = result?.consent?.grantId ?? (payload.sessionUid ? payload.grantId : undefined);
  const related = [
    ...(grant ? [lookupUnder(grant, 'Grant')] : []),
    ...(payload.sessionUid ? [lookupUnder(payload.sessionUid, uidPurpose)] : []),
    ...(result && parJti ? [lookupUnder(parJti, 'PushedAuthorizationRequest')] : []),
  ];
  return related.length > 0 ? related : null;
}

function decode(plain: Buffer, consumedAt: Date | null): AdapterPayload {
  const payload = JSON.parse(plain.toString()) as AdapterPayload;
  return consumedAt ? { ...payload, consumed: Math.floor(consumedAt.getTime() / 1000) } : payload;
}

const subjectLookup = (person: string, agency = ''): Buffer => lookupUnder(`${person} ${agency}`, 'subject');

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
