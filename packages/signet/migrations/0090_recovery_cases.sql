-- Somebody who lost every way in, their mailboxes among them, asks a person to decide. `person` is null where the address
-- that they named has no account: nobody outside is told which it is. `contact` is where they are written to, wrapped by
-- the KMS; both links are kept as hashes.
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
