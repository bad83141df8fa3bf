-- Messages between writing and delivery, sealed: channel, address, subject and text are all inside `sealed`. A letter that
-- waits says which case it is about, so that it goes with the case.
CREATE TABLE outgoing_messages (
  id         uuid PRIMARY KEY,
  sealed     bytea NOT NULL,
  about      uuid,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON outgoing_messages (about) WHERE about IS NOT NULL;
COMMENT ON TABLE outgoing_messages IS 'lookup: a message that the job of this id delivers. It says to nobody whose it is.';
COMMENT ON COLUMN outgoing_messages.about IS 'the case of a letter; empty for all others. No foreign key: this module knows no cases, which call their letters back themselves.';

-- "This was not me" (B16): what the one-time link of a notice undoes. The link's token is kept as a hash only.
CREATE TABLE disavowals (
  lookup     bytea PRIMARY KEY,
  person     uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  kind       text NOT NULL CHECK (kind IN ('authenticator', 'sign-in', 'recovery', 'identity', 'contact')),
  about      text NOT NULL,
  told_at    timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz
);
CREATE INDEX ON disavowals (expires_at);
CREATE INDEX ON disavowals (person);
COMMENT ON TABLE disavowals IS 'lookup: what the link with this hash undoes.';
COMMENT ON COLUMN disavowals.about IS 'text: an identifier that Signet made up, or the name of a kind of authenticator.';

GRANT SELECT, INSERT, UPDATE, DELETE ON outgoing_messages, disavowals TO signet_application;
