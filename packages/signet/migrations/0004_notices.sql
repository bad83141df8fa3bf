-- Messages between writing and delivery, sealed: channel, address, subject and text are all inside `sealed`.
CREATE TABLE outgoing_messages (
  id         uuid PRIMARY KEY,
  sealed     bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- "This was not me" (B16): what the one-time link of a notice undoes. The link's token is kept as a hash only; `about`
-- is an identifier that Signet made up, or the name of a kind of authenticator.
CREATE TABLE disavowals (
  lookup     bytea PRIMARY KEY,
  person     uuid NOT NULL,
  kind       text NOT NULL,
  about      text NOT NULL,
  told_at    timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz
);
CREATE INDEX disavowals_expiry ON disavowals (expires_at);
CREATE INDEX disavowals_person ON disavowals (person);
