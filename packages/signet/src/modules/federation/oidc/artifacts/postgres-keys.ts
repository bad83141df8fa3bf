import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { AppError, type Database } from '../../../../kernel/index.ts';
import { queriesOn } from '../../../../platform/postgres/index.ts';
import type { ProviderKeys } from '../ports.ts';

/**
 * A named key that every process of this deployment shares: made by the first that asks, wrapped by the KMS, and
 * the same for all after. `make` gives UTF-8 text of at most 4 KiB.
 */
export async function sharedKey(
  db: Database,
  kms: ProviderKeys,
  name: string,
  make: () => Promise<string>,
): Promise<string> {
  const stored = await find(db, name);
  if (stored) return unwrap(kms, stored, name);
  const wrapped = await kms.wrap('federation', Buffer.from(await make()), name);
  await sql`INSERT INTO federation_keys (name, wrapped) VALUES (${name}, ${wrapped}) ON CONFLICT DO NOTHING`.execute(
    queriesOn(db),
  );
  const winner = await find(db, name); // another process may have been first
  if (!winner) throw new Error(`federation key ${name} vanished`);
  return unwrap(kms, winner, name);
}

/**
 * The secret of a day, under which is sealed what travels in its own identifier. Nothing that is sealed lasts for more than
 * some hours; the secret goes some days later, and with it whatever a log or a proxy has kept.
 */
export const secretOfDay = (db: Database, kms: ProviderKeys, day: string): Promise<string> =>
  sharedKey(db, kms, `sealed-${day}`, async () => randomBytes(32).toString('base64url'));

export async function forgetOldSecrets(db: Database): Promise<void> {
  await sql`DELETE FROM federation_keys WHERE starts_with(name, 'sealed-') AND created_at < now() - interval '4 days'`.execute(
    queriesOn(db),
  );
}

/** These are the first things unwrapped at a start: a KMS key of another deployment shows here. */
async function unwrap(kms: ProviderKeys, wrapped: Buffer, name: string): Promise<string> {
  try {
    return (await kms.unwrap('federation', wrapped, name)).toString();
  } catch (cause) {
    throw new AppError('wrong-kms-key', {
      message:
        'Setting SIGNET_KMS_KEY_FILE: this key does not open what is in the database. Use the key file that belongs to it',
      cause,
    });
  }
}

async function find(db: Database, name: string): Promise<Buffer | undefined> {
  const { rows } = await sql<{
    wrapped: Buffer;
  }>`SELECT wrapped FROM federation_keys WHERE name = ${name}`.execute(queriesOn(db));
  return rows[0]?.wrapped;
}
