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

-- A person who said "this was not me" to a recovery is left alone for a while, until they sign in and say otherwise.
CREATE TABLE recovery_blocks (
  person uuid PRIMARY KEY,
  until timestamptz NOT NULL
);

-- Somebody who lost every way in, their mailboxes among them, asks a person to decide. `person` is null where the
-- address that they named has no account: nobody outside is told which it is. `contact` is where they are written
-- to, wrapped by the KMS; both links are kept as hashes.
CREATE TABLE recovery_cases (
  id uuid PRIMARY KEY,
  reference text NOT NULL UNIQUE,
  version integer NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'waiting', 'ready', 'used', 'refused', 'canceled')),
  person uuid,
  contact bytea NOT NULL,
  language text NOT NULL CHECK (language IN ('en', 'es')),
  status_lookup bytea NOT NULL UNIQUE,
  link_lookup bytea UNIQUE,
  agent text,
  saw text,
  opened_at timestamptz NOT NULL,
  settled_at timestamptz,
  due_at timestamptz,
  forget_at timestamptz NOT NULL
);
CREATE INDEX recovery_cases_person ON recovery_cases (person) WHERE person IS NOT NULL;
CREATE INDEX recovery_cases_due ON recovery_cases (due_at) WHERE state IN ('waiting', 'ready');
CREATE INDEX recovery_cases_forgotten ON recovery_cases (forget_at);
