-- What a browser is remembered by. The cookie is `<id>.<secret>`: `lookup` is a hash of the id, and `pending` and
-- `vault_wrap` are encrypted under the secret, which is stored nowhere (DESIGN §4). `ref` names a session through
-- every renewal of its cookie, to be listed and ended by; `origin` (device in words, places, signals) is wrapped by
-- the KMS and bound to `ref`; `networks` are digests of the networks it was used from, keyed by the cookie's secret.
-- No address stands here in clear. `lapsed_at`: when the session was last used before it lay too long for its level
-- (B11): what was authenticated until then does not reach AAL3 again, and after the idle limit the session needs one
-- factor to go on.
CREATE TABLE sessions (
  lookup       bytea PRIMARY KEY,
  ref          uuid NOT NULL DEFAULT gen_random_uuid(),
  person       uuid,
  events       jsonb NOT NULL,
  created_at   timestamptz NOT NULL,
  signed_in_at timestamptz,
  last_seen_at timestamptz NOT NULL,
  lapsed_at    timestamptz,
  expires_at   timestamptz NOT NULL,
  pending      bytea NOT NULL,
  vault_wrap   bytea,
  origin       bytea,
  networks     bytea[],
  version      integer NOT NULL
);
CREATE INDEX sessions_person ON sessions (person) WHERE person IS NOT NULL;
CREATE INDEX sessions_expiry ON sessions (expires_at);

-- An address on its way to be confirmed. `sealed` (the address) is encrypted under the mailed link's token, and
-- `code_hash` is keyed by a secret in the session, so that six digits cannot be guessed from the row.
CREATE TABLE email_confirmations (
  id           uuid PRIMARY KEY,
  token_lookup bytea NOT NULL UNIQUE,
  code_hash    bytea NOT NULL,
  sealed       bytea NOT NULL,
  person       uuid,
  failures     integer NOT NULL,
  expires_at   timestamptz NOT NULL
);
CREATE INDEX email_confirmations_expiry ON email_confirmations (expires_at);

-- One table an authenticator. `failures` counts consecutive failures: an attempt is counted before it is judged,
-- and a success sets zero, so that no number of requests at once gets more than the limit (B4).
CREATE TABLE passwords (
  person     uuid PRIMARY KEY,
  salt       bytea NOT NULL,
  verifier   bytea NOT NULL,
  memory_kib integer NOT NULL,
  passes     integer NOT NULL,
  failures   integer NOT NULL,
  set_at     timestamptz NOT NULL
);

CREATE TABLE totp_authenticators (
  person    uuid PRIMARY KEY,
  secret    bytea NOT NULL,
  last_step bigint NOT NULL,
  failures  integer NOT NULL,
  bound_at  timestamptz NOT NULL
);

-- `user_handle` is what authenticators keep: random, and no other table knows it.
CREATE TABLE passkey_users (
  person      uuid PRIMARY KEY,
  user_handle bytea NOT NULL UNIQUE
);

-- `sealed_name` is what a person calls a passkey, wrapped by the KMS: a name may say whose device it is. Without one,
-- pages say what kind it is.
CREATE TABLE passkeys (
  credential_id   bytea PRIMARY KEY,
  person          uuid NOT NULL REFERENCES passkey_users ON DELETE CASCADE,
  public_key      bytea NOT NULL,
  counter         bigint NOT NULL,
  transports      text[] NOT NULL,
  aaguid          uuid NOT NULL,
  user_verified   boolean NOT NULL,
  backup_eligible boolean NOT NULL,
  backed_up       boolean NOT NULL,
  opens_vault     boolean NOT NULL,
  sealed_name     bytea,
  bound_at        timestamptz NOT NULL,
  last_used_at    timestamptz
);
CREATE INDEX passkeys_person ON passkeys (person);

-- Phones that get sign-in codes (B6). `number` is sealed by the KMS for this very row; `number_digest` is keyed, so
-- that rows of one number can be found and none can be read. `told_at`: when the person was last told that the
-- number may have changed hands.
CREATE TABLE phones (
  person        uuid NOT NULL,
  id            uuid NOT NULL,
  kind          text NOT NULL CHECK (kind IN ('text', 'voice')),
  number        bytea NOT NULL,
  number_digest bytea NOT NULL,
  failures      integer NOT NULL,
  bound_at      timestamptz NOT NULL,
  last_used_at  timestamptz,
  told_at       timestamptz,
  PRIMARY KEY (person, id),
  UNIQUE (person, number_digest)
);

CREATE TABLE recovery_code_sets (
  person    uuid PRIMARY KEY,
  failures  integer NOT NULL,
  issued_at timestamptz NOT NULL
);

CREATE TABLE recovery_codes (
  person   uuid NOT NULL REFERENCES recovery_code_sets ON DELETE CASCADE,
  lookup   bytea NOT NULL,
  verifier bytea NOT NULL,
  used_at  timestamptz,
  PRIMARY KEY (person, lookup)
);

-- Tries by keyed digests of who and where from, in sliding windows. Losing this table loses only the brakes, so it
-- is kept out of the write-ahead log.
CREATE UNLOGGED TABLE attempts (
  key          bytea PRIMARY KEY,
  window_start timestamptz NOT NULL,
  count        integer NOT NULL,
  previous     integer NOT NULL,
  expires_at   timestamptz NOT NULL
);
CREATE INDEX attempts_expiry ON attempts (expires_at);

-- Where a person has signed in from before, as a keyed digest: a stranger's failures elsewhere do not slow them.
CREATE TABLE known_sources (
  key        bytea PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
CREATE INDEX known_sources_expiry ON known_sources (expires_at);

-- Browsers that a person signed in with. `device` is a digest, keyed by the KMS, of the person and the random name in
-- the browser's own cookie; `sealed` (device in words, place) is wrapped by the KMS and bound to both.
CREATE TABLE known_devices (
  person        uuid NOT NULL,
  device        bytea NOT NULL,
  sealed        bytea NOT NULL,
  first_seen_at timestamptz NOT NULL,
  last_seen_at  timestamptz NOT NULL,
  PRIMARY KEY (person, device)
);
CREATE INDEX known_devices_seen ON known_devices (last_seen_at);

-- What a person signed in with, and their vault, as both were when a recovery succeeded (SP 800-63B-4 section 4.2): for
-- a week, so that "this was not me" gives the account back whatever was done with it meanwhile. Rows of other tables as
-- they stood, hashed and wrapped as they are there; nothing in it opens more than they do.
CREATE TABLE ways_before_recovery (
  recovery   uuid PRIMARY KEY,
  person     uuid NOT NULL,
  ways       jsonb NOT NULL,
  vault      jsonb NOT NULL,
  kept_until timestamptz NOT NULL
);
CREATE INDEX ways_before_recovery_person ON ways_before_recovery (person);
CREATE INDEX ways_before_recovery_expiry ON ways_before_recovery (kept_until);
-- A passkey that is not known here is looked for among those that a disavowed recovery would bring back. Anybody may
-- ask.
CREATE INDEX ways_before_recovery_passkeys ON ways_before_recovery USING gin ((ways -> 'passkeys') jsonb_path_ops);
