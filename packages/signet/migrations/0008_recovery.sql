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

GRANT SELECT, INSERT, UPDATE, DELETE ON recoveries, recovery_blocks, recovery_cases TO signet_application;
