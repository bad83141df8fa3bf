import pg from 'pg';

/**
 * Accounts as rows alone, made by the database itself: bytes of the lengths that sealed ones have, in every
 * table that a sign-in looks into. Nobody can sign in with them; they are there to be passed by.
 */
export async function fillAccounts(databaseUrl: string, accounts: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const statement of statements) {
      await client.query(statement, statement.includes('$1') ? [accounts] : []);
    }
  } finally {
    await client.end();
  }
}

/** Distinct by their first sixteen; the rest is only as long as it should be. */
const bytes = (length: number): string =>
  `substring(uuid_send(gen_random_uuid()) || decode(repeat('5a', ${length}), 'hex'), 1, ${length})`;

const statements = [
  `CREATE TEMPORARY TABLE made AS SELECT gen_random_uuid() AS person
    FROM generate_series(1, greatest(0, $1::integer - (SELECT count(*)::integer FROM people)))`,
  `INSERT INTO people (id, audit_ref, status, language, created_at)
    SELECT person, gen_random_uuid(), 'active', 'en', now() FROM made`,
  `INSERT INTO email_addresses (lookup, person, address, is_primary, verified_at)
    SELECT ${bytes(32)}, person, ${bytes(64)}, true, now() FROM made`,
  `INSERT INTO passwords (person, salt, verifier, memory_kib, passes, failures, set_at)
    SELECT person, ${bytes(16)}, ${bytes(32)}, 19456, 2, 0, now() FROM made`,
  `INSERT INTO totp_authenticators (person, secret, last_step, failures, bound_at)
    SELECT person, ${bytes(64)}, 0, 0, now() FROM made`,
  `INSERT INTO passkey_users (person, user_handle) SELECT person, ${bytes(32)} FROM made`,
  `INSERT INTO passkeys (credential_id, person, public_key, counter, transports, aaguid, user_verified,
      backup_eligible, backed_up, opens_vault, bound_at)
    SELECT ${bytes(32)}, person, ${bytes(77)}, 0, '{internal}', gen_random_uuid(), true, true, true, true, now()
    FROM made`,
  'INSERT INTO recovery_code_sets (person, failures, issued_at) SELECT person, 0, now() FROM made',
  `INSERT INTO vaults (person, public_key) SELECT person, ${bytes(64)} FROM made`,
  `INSERT INTO vault_wraps (person, kind, ref, wrapped)
    SELECT person, 'passkey', encode(${bytes(16)}, 'hex'), ${bytes(96)} FROM made`,
  `INSERT INTO known_devices (person, device, sealed, first_seen_at, last_seen_at)
    SELECT person, ${bytes(32)}, ${bytes(96)}, now(), now() FROM made`,
  'DROP TABLE made',
  'ANALYZE',
];
