-- Sign-in sessions: `sessionTables` of the relying-party package.
CREATE TABLE signet_sessions (
  id_hash      bytea PRIMARY KEY,
  signet_sid   text,
  subject      text NOT NULL,
  sealed       text NOT NULL,
  last_seen_at timestamptz NOT NULL,
  ends_at      timestamptz NOT NULL
);
CREATE INDEX ON signet_sessions (subject);
CREATE INDEX ON signet_sessions (ends_at);
CREATE TABLE signet_logout_orders (
  jti        text PRIMARY KEY,
  signet_sid text,
  expires_at timestamptz NOT NULL
);
CREATE INDEX ON signet_logout_orders (signet_sid);

-- What people say of their service, and what they claim.
CREATE TABLE applicants (
  applicant bytea PRIMARY KEY,
  sealed    text NOT NULL
);
CREATE TABLE claims (
  number       text PRIMARY KEY,
  applicant    bytea NOT NULL REFERENCES applicants,
  form_key     uuid NOT NULL,
  received_at  timestamptz NOT NULL,
  withdrawn_at timestamptz CHECK (withdrawn_at >= received_at),
  sealed       text NOT NULL,
  UNIQUE (applicant, form_key)
);
