import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import type { Pool } from '../../platform/postgres/index.ts';
import { lookupUnder, openUnder, sealUnder } from '../vault/index.ts';

/** Only the first exchange of a code may succeed; of two at once the second gets this (C8, RFC 9700 §4.5). */
const once = new Set(['AuthorizationCode', 'PushedAuthorizationRequest', 'RefreshToken']);

interface Row {
  sealed: Buffer;
  consumed_at: Date | null;
}

/**
 * OpenID artefacts in PostgreSQL, each found by a hash of its identifier and encrypted under a key derived from it
 * (DESIGN §4 "A token is a key"). Statements are prepared once a connection: they are the hot path of a sign-in.
 */
export function artefactStore(pool: Pool): (kind: string) => Adapter {
  const run = async <R>(name: string, text: string, values: unknown[]): Promise<R[]> =>
    (await pool.pg.query({ name: `artefact-${name}`, text, values })).rows as R[];

  return (kind) => ({
    async upsert(id, payload, expiresIn) {
      const { lookup, sealed } = sealUnder(id, kind, encode(payload));
      const uid =
        kind === 'Session' && payload.uid
          ? sealUnder(payload.uid, 'Session.uid', Buffer.from(id))
          : undefined;
      const owner = kind === 'Grant' || kind === 'Session' ? payload.accountId : undefined;
      await run('upsert', upsertArtefact, [
        lookup,
        kind,
        sealed,
        uid?.lookup,
        uid?.sealed,
        payload.grantId ? lookupUnder(payload.grantId, 'Grant') : kind === 'Grant' ? lookup : undefined,
        owner && subjectLookup(owner),
        owner && kind === 'Grant' && payload.clientId ? subjectLookup(owner, payload.clientId) : undefined,
        expiresIn,
      ]);
    },

    async find(id) {
      const [row] = await run<Row>('find', findArtefact, [lookupUnder(id, kind)]);
      return row && decode(openUnder(id, kind, row.sealed), row.consumed_at);
    },

    async findByUid(uid) {
      const [row] = await run<Row & { uid_sealed: Buffer }>('find-by-uid', findByUid, [
        lookupUnder(uid, 'Session.uid'),
      ]);
      if (!row) return undefined;
      const id = openUnder(uid, 'Session.uid', row.uid_sealed).toString();
      return decode(openUnder(id, kind, row.sealed), row.consumed_at);
    },

    async findByUserCode() {
      return undefined; // the device flow is off
    },

    async consume(id) {
      const first = await run('consume', consumeArtefact, [lookupUnder(id, kind)]);
      if (first.length === 0 && once.has(kind)) throw new errors.InvalidGrant('already used');
    },

    async destroy(id) {
      await run('destroy', 'DELETE FROM openid_artefacts WHERE lookup = $1', [lookupUnder(id, kind)]);
    },

    async revokeByGrantId(grantId) {
      await run('revoke', 'DELETE FROM openid_artefacts WHERE grant_lookup = $1', [
        lookupUnder(grantId, 'Grant'),
      ]);
    },
  });
}

const upsertArtefact = `
  INSERT INTO openid_artefacts
    (lookup, kind, sealed, uid_lookup, uid_sealed, grant_lookup, person_lookup, pairing_lookup, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now() + make_interval(secs => $9))
  ON CONFLICT (lookup) DO UPDATE SET sealed = excluded.sealed, uid_lookup = excluded.uid_lookup,
    uid_sealed = excluded.uid_sealed, grant_lookup = excluded.grant_lookup,
    person_lookup = excluded.person_lookup, pairing_lookup = excluded.pairing_lookup, expires_at = excluded.expires_at`;

const findArtefact =
  'SELECT sealed, consumed_at FROM openid_artefacts WHERE lookup = $1 AND expires_at > now()';

const findByUid =
  'SELECT sealed, consumed_at, uid_sealed FROM openid_artefacts WHERE uid_lookup = $1 AND expires_at > now()';

const consumeArtefact =
  'UPDATE openid_artefacts SET consumed_at = now() WHERE lookup = $1 AND consumed_at IS NULL RETURNING 1';

const encode = (payload: AdapterPayload): Buffer => Buffer.from(JSON.stringify(payload));

function decode(plain: Buffer, consumedAt: Date | null): AdapterPayload {
  const payload = JSON.parse(plain.toString()) as AdapterPayload;
  return consumedAt ? { ...payload, consumed: Math.floor(consumedAt.getTime() / 1000) } : payload;
}

const subjectLookup = (person: string, agency = ''): Buffer => lookupUnder(`${person} ${agency}`, 'subject');

/**
 * Revokes what was issued about one person: at one agency the grants with all their codes and tokens; everywhere,
 * their provider sessions as well.
 */
export async function revokeSubject(pool: Pool, person: string, agency?: string): Promise<void> {
  const column = agency === undefined ? 'person_lookup' : 'pairing_lookup';
  await pool.pg.query(
    `WITH gone AS (DELETE FROM openid_artefacts WHERE ${column} = $1 RETURNING grant_lookup)
     DELETE FROM openid_artefacts WHERE grant_lookup IN (SELECT grant_lookup FROM gone)`,
    [subjectLookup(person, agency)],
  );
}

/** Deletes what has expired; a job runs it. Returns how many rows went. */
export async function sweepExpired(pool: Pool): Promise<number> {
  const { rowCount } = await pool.pg.query(
    `DELETE FROM openid_artefacts WHERE expires_at < now() - interval '1 minute'`,
  );
  return rowCount ?? 0;
}
