import { sql } from 'kysely';
import type { Database, PersonalData, PersonId, Tx, Written } from '../../kernel/index.ts';
import { inside, queriesOn } from '../../platform/postgres/index.ts';

import { passkeyNames, postgresPasskeys } from './passkey/index.ts';
import { openNumber } from './phone/index.ts';
import { deviceContext, originContext } from './session/index.ts';

/** The part of the KMS that unwraps what the person is told. */
interface ContactKeys {
  unwrap(key: 'contact', wrapped: Uint8Array, context: string): Promise<Buffer>;
}

type Rows = readonly { readonly [name: string]: Written }[];

/** The tables whose rows of a person are deleted by name. Rows of others go by themselves (`ON DELETE CASCADE`). */
const deletedTables = [
  'sessions',
  'known_devices',
  'email_confirmations',
  'passwords',
  'totp_authenticators',
  'phones',
  'passkey_users',
  'recovery_code_sets',
  'ways_before_recovery',
] as const;

/** How a person signs in and where they are signed in: when and what, never a secret. */
export function authenticationPersonalData(db: Database, kms: ContactKeys): PersonalData {
  /** Rows as JSON, in PostgreSQL's own words: times come out as ISO text. */
  const told = async (query: ReturnType<typeof sql<{ told: Rows }>>) =>
    (await query.execute(queriesOn(db))).rows[0]?.told ?? [];

  async function opened(sealed: Buffer | null, context: string): Promise<Written> {
    return sealed && JSON.parse((await kms.unwrap('contact', sealed, context)).toString());
  }

  async function sessionsOf(person: PersonId): Promise<Rows> {
    const { rows } = await sql<{
      told: { readonly [name: string]: Written };
      ref: string;
      origin: Buffer | null;
    }>`
      SELECT ref, origin, json_build_object('signedInAt', signed_in_at, 'lastSeenAt', last_seen_at,
        'endsAt', expires_at, 'authentications', events) AS told
      FROM sessions WHERE person = ${person} ORDER BY last_seen_at DESC`.execute(queriesOn(db));
    return Promise.all(
      rows.map(async ({ told, ref, origin }) => ({
        ...told,
        from: await opened(origin, originContext(ref)),
      })),
    );
  }

  async function devicesOf(person: PersonId): Promise<Rows> {
    const { rows } = await sql<{ device: Buffer; sealed: Buffer; first: Date; last: Date }>`
      SELECT device, sealed, first_seen_at AS first, last_seen_at AS last
      FROM known_devices WHERE person = ${person} ORDER BY last_seen_at DESC`.execute(queriesOn(db));
    return Promise.all(
      rows.map(async ({ device, sealed, first, last }) => ({
        from: await opened(sealed, deviceContext(person, device)),
        firstSeenAt: first.toISOString(),
        lastSeenAt: last.toISOString(),
      })),
    );
  }

  async function phonesOf(person: PersonId): Promise<Rows> {
    const { rows } = await sql<{
      told: { readonly [name: string]: Written };
      id: string;
      number: Buffer;
    }>`
      SELECT id, number, json_build_object('by', kind, 'addedAt', bound_at, 'lastUsedAt', last_used_at,
        'failuresInARow', failures) AS told
      FROM phones WHERE person = ${person} ORDER BY bound_at`.execute(queriesOn(db));
    return Promise.all(
      rows.map(async ({ told, id, number }) => ({
        number: (await openNumber(kms, person, id, number)).reveal(),
        ...told,
      })),
    );
  }

  return {
    tables: [...deletedTables, 'passkeys', 'recovery_codes'],
    async about(person) {
      const [passwords, apps, passkeys, phones, recoveryCodes, sessions, knownDevices] = await Promise.all([
        told(sql`
          SELECT json_agg(json_build_object('setAt', set_at, 'failuresInARow', failures)) AS told
          FROM passwords WHERE person = ${person}`),
        told(sql`
          SELECT json_agg(json_build_object('addedAt', bound_at, 'failuresInARow', failures)) AS told
          FROM totp_authenticators WHERE person = ${person}`),
        told(sql`
          SELECT json_agg(json_build_object('id', encode(credential_id, 'base64'), 'addedAt', bound_at, 'lastUsedAt', last_used_at,
            'synced', backup_eligible, 'checksWhoUsesIt', user_verified) ORDER BY bound_at) AS told
          FROM passkeys WHERE person = ${person}`),
        phonesOf(person),
        told(sql`
          SELECT json_agg(json_build_object('issuedAt', issued_at, 'failuresInARow', failures,
            'left', (SELECT count(*) FROM recovery_codes WHERE person = ${person} AND used_at IS NULL),
            'usedAt', (SELECT coalesce(json_agg(used_at ORDER BY used_at), '[]') FROM recovery_codes
              WHERE person = ${person} AND used_at IS NOT NULL))) AS told
          FROM recovery_code_sets WHERE person = ${person}`),
        sessionsOf(person),
        devicesOf(person),
      ]);
      const named = withNames(passkeys, await passkeyNames({ kms, passkeys: postgresPasskeys(db) }, person));
      return {
        waysToSignIn: { passwords, authenticatorApps: apps, passkeys: named, phones, recoveryCodes },
        sessions,
        knownDevices,
      };
    },
    forget: forgetIn,
  };
}

/** Names are sealed, each for itself: they come in the place of ids, which say nothing to their owner. */
const withNames = (rows: Rows, names: ReadonlyMap<string, string>): Rows =>
  rows.map(({ id, ...row }) => ({
    name: names.get(Buffer.from(String(id), 'base64').toString('base64url')) ?? null,
    ...row,
  }));

async function forgetIn(tx: Tx, person: PersonId): Promise<void> {
  for (const table of deletedTables)
    await sql`DELETE FROM ${sql.table(table)} WHERE person = ${person}`.execute(inside(tx));
}
