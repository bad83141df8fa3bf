-- People and how they are reached. No row holds an address in clear: it is sealed to be read, and a keyed digest
-- finds it (DESIGN §4). `audit_ref` is how the audit log names the person.
CREATE TABLE people (
  id uuid PRIMARY KEY,
  audit_ref uuid NOT NULL UNIQUE,
  status text NOT NULL CHECK (status IN ('active', 'suspended', 'closed')),
  language text NOT NULL CHECK (language IN ('en', 'es')),
  created_at timestamptz NOT NULL
);

CREATE TABLE email_addresses (
  lookup bytea PRIMARY KEY,
  person uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  address bytea NOT NULL,
  is_primary boolean NOT NULL,
  verified_at timestamptz NOT NULL
);
CREATE INDEX email_addresses_person ON email_addresses (person);
CREATE UNIQUE INDEX email_addresses_primary ON email_addresses (person) WHERE is_primary;
