-- What a browser is remembered by. The cookie is `<id>.<secret>`: `lookup` is a hash of the id, and `pending` and
-- `vault_wrap` are encrypted under the secret, which is stored nowhere (docs/design.md §4). `ref` names a session through every
-- renewal of its cookie, to be listed and ended by; `origin` (device in words, places, signals) is wrapped by the KMS
-- and bound to `ref`; `networks` are digests of the networks it was used from, keyed by the cookie's secret. No address
-- stands here in clear. `lapsed_at`: when the session was last used before it lay too long for its level (B11): what was
-- authenticated until then does not reach AAL3 again, and after the idle limit the session needs one factor to go on.
--
-- `slot` is the day_slot of the day after the row was written: no session outlasts that without another cookie, and with
-- it another row.
CREATE TABLE sessions (
  lookup       bytea NOT NULL,
  slot         smallint NOT NULL,
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
  version      integer NOT NULL,
  PRIMARY KEY (lookup, slot)
) PARTITION BY LIST (slot);
CREATE TABLE sessions_0 PARTITION OF sessions FOR VALUES IN (0);
CREATE TABLE sessions_1 PARTITION OF sessions FOR VALUES IN (1);
CREATE TABLE sessions_2 PARTITION OF sessions FOR VALUES IN (2);
CREATE TABLE sessions_3 PARTITION OF sessions FOR VALUES IN (3);
CREATE INDEX ON sessions (person) WHERE person IS NOT NULL;
COMMENT ON TABLE sessions IS 'lookup: what the browser with this cookie is remembered by.';
COMMENT ON COLUMN sessions.person IS 'No foreign key: checking it would cost every sign-in, and a session of nobody opens nothing.';
COMMENT ON COLUMN sessions.ref IS 'No foreign key: it names this very session.';

-- An address on its way to be confirmed. `sealed` (the address) is encrypted under the mailed link's token, and
-- `code_hash` is keyed by a secret in the session, so that six digits cannot be guessed from the row.
CREATE TABLE email_confirmations (
  id           uuid PRIMARY KEY,
  token_lookup bytea NOT NULL,
  code_hash    bytea NOT NULL,
  sealed       bytea NOT NULL,
  person       uuid,
  failures     integer NOT NULL,
  expires_at   timestamptz NOT NULL
);
CREATE INDEX ON email_confirmations (token_lookup);
CREATE INDEX ON email_confirmations (expires_at);
COMMENT ON TABLE email_confirmations IS 'lookup: the address that the session or the mailed link which knows this id confirms.';
COMMENT ON COLUMN email_confirmations.person IS 'No foreign key: a row ends within hours, and confirming looks the account up.';

-- One table an authenticator. `failures` counts consecutive failures: an attempt is counted before it is judged,
-- and a success sets zero, so that no number of requests at once gets more than the limit (B4).
CREATE TABLE passwords (
  person     uuid PRIMARY KEY REFERENCES people ON DELETE CASCADE,
  salt       bytea NOT NULL,
  verifier   bytea NOT NULL,
  memory_kib integer NOT NULL,
  passes     integer NOT NULL,
  failures   integer NOT NULL,
  set_at     timestamptz NOT NULL
);
COMMENT ON TABLE passwords IS 'person: the password, as a salted hash.';

CREATE TABLE totp_authenticators (
  person    uuid PRIMARY KEY REFERENCES people ON DELETE CASCADE,
  secret    bytea NOT NULL,
  last_step bigint NOT NULL,
  failures  integer NOT NULL,
  bound_at  timestamptz NOT NULL
);
COMMENT ON TABLE totp_authenticators IS 'person: the authenticator app.';

-- `user_handle` is what authenticators keep: random, and no other table knows it.
CREATE TABLE passkey_users (
  person      uuid PRIMARY KEY REFERENCES people ON DELETE CASCADE,
  user_handle bytea NOT NULL
);
COMMENT ON TABLE passkey_users IS 'person: how authenticators name the account.';

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
CREATE INDEX ON passkeys (person);
COMMENT ON TABLE passkeys IS 'lookup: whose passkey has this credential id. Nobody else may register it again.';
COMMENT ON COLUMN passkeys.credential_id IS 'No foreign key: the authenticator''s own name for the passkey.';
COMMENT ON COLUMN passkeys.transports IS 'text: as the browser gave them; later ones may come that are not known today.';
COMMENT ON COLUMN passkeys.aaguid IS 'No foreign key: its maker''s name for the model of the authenticator.';

-- Phones that get sign-in codes (B6). `number` is sealed by the KMS for this very row; `number_digest` is keyed, so that
-- rows of one number can be found and none can be read. `told_at`: when the person was last told that the number may
-- have changed hands.
CREATE TABLE phones (
  person        uuid NOT NULL REFERENCES people ON DELETE CASCADE,
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
COMMENT ON TABLE phones IS 'person: a phone that gets sign-in codes.';

CREATE TABLE recovery_code_sets (
  person    uuid PRIMARY KEY REFERENCES people ON DELETE CASCADE,
  failures  integer NOT NULL,
  issued_at timestamptz NOT NULL
);
COMMENT ON TABLE recovery_code_sets IS 'person: the recovery codes in use.';

CREATE TABLE recovery_codes (
  person   uuid NOT NULL REFERENCES recovery_code_sets ON DELETE CASCADE,
  lookup   bytea NOT NULL,
  verifier bytea NOT NULL,
  used_at  timestamptz,
  PRIMARY KEY (person, lookup)
);
COMMENT ON TABLE recovery_codes IS 'person: a recovery code, as a hash.';

-- Tries by keyed digests of who and where from, in sliding windows. Losing this table loses only the brakes, so it
-- is kept out of the write-ahead log.
CREATE UNLOGGED TABLE attempts (
  key             bytea PRIMARY KEY,
  window_started_at timestamptz NOT NULL,
  count           integer NOT NULL,
  previous        integer NOT NULL,
  expires_at      timestamptz NOT NULL
);
CREATE INDEX ON attempts (expires_at);
COMMENT ON TABLE attempts IS 'lookup: how often this was tried lately.';

-- Where a person has signed in from before, as a keyed digest: a stranger's failures elsewhere do not slow them.
CREATE TABLE known_sources (
  key        bytea PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
CREATE INDEX ON known_sources (expires_at);
COMMENT ON TABLE known_sources IS 'lookup: whether this person signed in from this place before.';

-- Browsers that a person signed in with. `device` is a digest, keyed by the KMS, of the person and the random name in
-- the browser's own cookie; `sealed` (device in words, place) is wrapped by the KMS and bound to both.
CREATE TABLE known_devices (
  person        uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  device        bytea NOT NULL,
  sealed        bytea NOT NULL,
  first_seen_at timestamptz NOT NULL,
  last_seen_at  timestamptz NOT NULL,
  PRIMARY KEY (person, device)
);
CREATE INDEX ON known_devices (last_seen_at);
COMMENT ON TABLE known_devices IS 'person: a browser that they signed in with.';

-- A person who cannot sign in and has shown that they read a mailbox of the account (SP 800-63B-4 section 4.2). One
-- row from the emailed code on; nothing in it says how the person is reached or who they are.
CREATE TABLE recoveries (
  id           uuid PRIMARY KEY,
  person       uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  state        text NOT NULL CHECK (state IN ('started', 'recovered', 'canceled')),
  method       text CHECK (method IN ('password', 'totp', 'passkey', 'recovery-code', 'text-code', 'voice-code',
                 'proofing', 'agent')),
  started_at   timestamptz NOT NULL,
  recovered_at timestamptz,
  expires_at   timestamptz NOT NULL
);
CREATE INDEX ON recoveries (person);
CREATE INDEX ON recoveries (expires_at);
COMMENT ON TABLE recoveries IS 'lookup: the recovery that the session or the notice which knows this id is about.';

-- A person who said "this was not me" to a recovery is left alone for a while, until they sign in and say otherwise.
CREATE TABLE recovery_blocks (
  person        uuid PRIMARY KEY REFERENCES people ON DELETE CASCADE,
  blocked_until timestamptz NOT NULL
);
COMMENT ON TABLE recovery_blocks IS 'person: no recovery begins until then.';

-- Somebody who lost every way in, their mailboxes among them, asks a person to decide. `person` is null where the
-- address that they named has no account: nobody outside is told which it is. `contact` is where they are written to,
-- wrapped by the KMS; both links are kept as hashes.
CREATE TABLE recovery_cases (
  reference     text PRIMARY KEY,
  id            uuid NOT NULL,
  version       integer NOT NULL,
  state         text NOT NULL CHECK (state IN ('open', 'waiting', 'ready', 'used', 'refused', 'canceled')),
  person        uuid REFERENCES people ON DELETE CASCADE,
  contact       bytea NOT NULL,
  language      text NOT NULL CHECK (language IN ('en', 'es')),
  status_lookup bytea NOT NULL,
  link_lookup   bytea,
  agent         text,
  saw           text,
  opened_at     timestamptz NOT NULL,
  settled_at    timestamptz,
  due_at        timestamptz,
  forget_at     timestamptz NOT NULL
);
CREATE INDEX ON recovery_cases (id);
CREATE INDEX ON recovery_cases (status_lookup);
CREATE INDEX ON recovery_cases (link_lookup);
CREATE INDEX ON recovery_cases (person) WHERE person IS NOT NULL;
CREATE INDEX ON recovery_cases (due_at) WHERE state IN ('waiting', 'ready');
CREATE INDEX ON recovery_cases (forget_at);
COMMENT ON TABLE recovery_cases IS 'lookup: the case that a person reads this reference of to an agent. No two have the same.';
COMMENT ON COLUMN recovery_cases.reference IS 'text: made up at random.';
COMMENT ON COLUMN recovery_cases.id IS 'No foreign key: it names this very row, where the reference must not be known.';
COMMENT ON COLUMN recovery_cases.agent IS 'text: the pseudonym of the agent who settled it.';
COMMENT ON COLUMN recovery_cases.saw IS 'text: what the agent inspected.';

-- What a person signed in with, and their vault, as both were when a recovery succeeded (SP 800-63B-4 section 4.2): for
-- a week, so that "this was not me" gives the account back whatever was done with it meanwhile. Rows of other tables as
-- they stood, hashed and wrapped as they are there; nothing in it opens more than they do.
CREATE TABLE ways_before_recovery (
  person     uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  recovery   uuid NOT NULL,
  ways       jsonb NOT NULL,
  vault      jsonb NOT NULL,
  kept_until timestamptz NOT NULL,
  PRIMARY KEY (person, recovery)
);
CREATE INDEX ON ways_before_recovery (kept_until);
-- A passkey that is not known here is looked for among those that a disavowed recovery would bring back. Anybody may ask.
CREATE INDEX ways_before_recovery_passkeys_idx ON ways_before_recovery USING gin ((ways -> 'passkeys') jsonb_path_ops);
COMMENT ON TABLE ways_before_recovery IS 'person: their ways to sign in as they were before a recovery.';
COMMENT ON COLUMN ways_before_recovery.recovery IS 'No foreign key: a recovery and what it can still put back are each kept for a time of their own.';

GRANT SELECT, INSERT, UPDATE, DELETE ON sessions, email_confirmations, passwords, totp_authenticators, passkey_users,
  passkeys, phones, recovery_code_sets, recovery_codes, attempts, known_sources, known_devices, recoveries, recovery_blocks,
  recovery_cases, ways_before_recovery TO signet_application;
GRANT SELECT, TRUNCATE ON sessions_0, sessions_1, sessions_2, sessions_3 TO signet_application;
