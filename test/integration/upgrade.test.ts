import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { migrate, openPool } from '../../packages/signet/src/platform/postgres/index.ts';
import { packageRoot } from '../../packages/signet/src/platform/root.ts';
import { createTestDatabase } from '../support/database/database.ts';

const folder = path.join(packageRoot, 'packages', 'signet', 'migrations');

/** Every release's last migration. Whatever comes later bears a higher number, or no database of that release moves on. */
const releases = ['0071_related_artifacts.sql'] as const;

it.each(releases)(
  'a database with people in it, as of %s, is brought to today, and nobody is lost',
  async (last) => {
    const before = await mkdtemp(path.join(tmpdir(), 'migrations-'));
    for (const name of (await readdir(folder)).filter((one) => one <= last)) {
      await cp(path.join(folder, name), path.join(before, name));
    }
    const database = await createTestDatabase({ empty: true });
    const pool = openPool(database.url, () => undefined);
    await migrate(pool.db, before);
    await sql`
    INSERT INTO people VALUES (gen_random_uuid(), gen_random_uuid(), 'active', 'es', now());
    INSERT INTO email_addresses SELECT '\\x01', id, '\\x02', true, now() FROM people;
    INSERT INTO passkey_users SELECT id, '\\x03' FROM people;
    INSERT INTO passkeys SELECT '\\x04', id, '\\x05', 0, '{}', gen_random_uuid(), true, true, true, false, 'Laptop', now(), NULL
      FROM people;
    INSERT INTO sessions SELECT '\\x06', id, '[]', now(), now(), now(), now() + interval '1 hour', '\\x07', NULL, 1 FROM people;
    INSERT INTO vaults SELECT id, '\\x08' FROM people;
    INSERT INTO vault_wraps SELECT id, 'recovery-code', 'one', '\\x09' FROM people;
  `.execute(pool.db);
    expect(await migrate(pool.db, folder)).not.toEqual([]);
    const { rows } = await sql<{ people: number }>`
    SELECT count(*)::int AS people FROM people
    JOIN email_addresses ON email_addresses.person = people.id
    JOIN passkeys ON passkeys.person = people.id
    JOIN vault_wraps ON vault_wraps.person = people.id
  `.execute(pool.db);
    expect(rows).toEqual([{ people: 1 }]);
    await pool.close();
    await database.drop();
    await rm(before, { recursive: true });
  },
);
