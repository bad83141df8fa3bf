-- What a browser is remembered by. The cookie is `<id>.<secret>`: `lookup` is a hash of the id, and `pending` and
-- `vault_wrap` are encrypted under the secret, which is stored nowhere (DESIGN §4).
CREATE TABLE sessions (
  lookup bytea PRIMARY KEY,
  person uuid,
  events jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  signed_in_at timestamptz,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  pending bytea NOT NULL,
  vault_wrap bytea,
  version integer NOT NULL
);
CREATE INDEX sessions_person ON sessions (person) WHERE person IS NOT NULL;
CREATE INDEX sessions_expiry ON sessions (expires_at);

-- An address on its way to be confirmed. `sealed` (the address) is encrypted under the mailed link's token, and
-- `code_hash` is keyed by a secret in the session, so that six digits cannot be guessed from the row.
CREATE TABLE email_confirmations (
  id uuid PRIMARY KEY,
  token_lookup bytea NOT NULL UNIQUE,
  code_hash bytea NOT NULL,
  sealed bytea NOT NULL,
  person uuid,
  failures integer NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX email_confirmations_expiry ON email_confirmations (expires_at);

-- One table an authenticator. `failures` counts consecutive failures: an attempt is counted before it is judged,
-- and a success sets zero, so that no number of requests at once gets more than the limit (B4).
CREATE TABLE passwords (
  person uuid PRIMARY KEY,
  salt bytea NOT NULL,
  verifier bytea NOT NULL,
  memory_kib integer NOT NULL,
  passes integer NOT NULL,
  failures integer NOT NULL,
  set_at timestamptz NOT NULL
);

CREATE TABLE totp_authenticators (
  person uuid PRIMARY KEY,
  secret bytea NOT NULL,
  last_step bigint NOT NULL,
  failures integer NOT NULL,
  bound_at timestamptz NOT NULL
);

-- `user_handle` is what authenticators keep: random, and no other table knows it.
CREATE TABLE passkey_users (
  person uuid PRIMARY KEY,
  user_handle bytea NOT NULL UNIQUE
);

CREATE TABLE passkeys (
  credential_id bytea PRIMARY KEY,
  person uuid NOT NULL REFERENCES passkey_users ON DELETE CASCADE,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  aaguid uuid NOT NULL,
  user_verified boolean NOT NULL,
  backup_eligible boolean NOT NULL,
  backed_up boolean NOT NULL,
  opens_vault boolean NOT NULL,
  label text NOT NULL,
  bound_at timestamptz NOT NULL,
  last_used_at timestamptz
);
CREATE INDEX passkeys_person ON passkeys (person);

CREATE TABLE recovery_code_sets (
  person uuid PRIMARY KEY,
  failures integer NOT NULL,
  issued_at timestamptz NOT NULL
);

CREATE TABLE recovery_codes (
  person uuid NOT NULL REFERENCES recovery_code_sets ON DELETE CASCADE,
  lookup bytea NOT NULL,
  verifier bytea NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (person, lookup)
);

-- Tries by keyed digests of who and where from, in sliding windows. Losing this table loses only the brakes, so it
-- is kept out of the write-ahead log.
CREATE UNLOGGED TABLE attempts (
  key bytea PRIMARY KEY,
  window_start timestamptz NOT NULL,
  count integer NOT NULL,
  previous integer NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX attempts_expiry ON attempts (expires_at);

-- Where a person has signed in from before, as a keyed digest: a stranger's failures elsewhere do not slow them.
CREATE TABLE known_sources (
  key bytea PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
CREATE INDEX known_sources_expiry ON known_sources (expires_at);
