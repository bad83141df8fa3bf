-- "This was not me" (B16): what the one-time link of a notice undoes. The link's token is kept as a hash only; `about`
-- is an identifier that Signet made up, or the name of a kind of authenticator.
CREATE TABLE disavowals (
  lookup bytea PRIMARY KEY,
  person uuid NOT NULL,
  kind text NOT NULL,
  about text NOT NULL,
  told_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX disavowals_expiry ON disavowals (expires_at);
CREATE INDEX disavowals_person ON disavowals (person);

-- A person who cannot sign in and has shown that they read a mailbox of the account (SP 800-63B-4 section 4.2). One
-- row from the emailed code on; nothing in it says how the person is reached or who they are.
CREATE TABLE recoveries (
  id uuid PRIMARY KEY,
  person uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('started', 'recovered', 'canceled')),
  method text,
  started_at timestamptz NOT NULL,
  recovered_at timestamptz,
  expires_at timestamptz NOT NULL
);
CREATE INDEX recoveries_person ON recoveries (person);
CREATE INDEX recoveries_expiry ON recoveries (expires_at);

-- Who said "this was not me" to a recovery is left alone for a while, until they sign in and say otherwise.
CREATE TABLE recovery_blocks (
  person uuid PRIMARY KEY,
  until timestamptz NOT NULL
);
