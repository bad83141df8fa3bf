-- People and how they are reached. No row holds an address in clear: it is sealed to be read, and a keyed digest
-- finds it (DESIGN §4). `audit_ref` is how the audit log names the person.
CREATE TABLE people (
  id         uuid PRIMARY KEY,
  audit_ref  uuid NOT NULL UNIQUE,
  status     text NOT NULL CHECK (status IN ('active', 'suspended', 'closed')),
  language   text NOT NULL CHECK (language IN ('en', 'es')),
  created_at timestamptz NOT NULL
);

-- `address_id` names an address in a page's form: what it is found by stays inside. An address that came back by the
-- link of a notice (`restored_at`) comes back so once: whoever reads a mailbox that its owner takes off the account
-- cannot put it back for ever.
CREATE TABLE email_addresses (
  lookup      bytea PRIMARY KEY,
  address_id  uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
  person      uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  address     bytea NOT NULL,
  is_primary  boolean NOT NULL,
  verified_at timestamptz NOT NULL,
  restored_at timestamptz
);
CREATE INDEX email_addresses_person ON email_addresses (person);
CREATE UNIQUE INDEX email_addresses_primary ON email_addresses (person) WHERE is_primary;

-- An address that was removed: it signs nobody in and recovers nothing, and for a while it is still told what
-- happens to the account, so that whoever gets in cannot silence the owner by removing it (B16).
CREATE TABLE removed_email_addresses (
  address_id  uuid PRIMARY KEY,
  person      uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  lookup      bytea NOT NULL,
  address     bytea NOT NULL,
  verified_at timestamptz NOT NULL,
  restored_at timestamptz,
  told_until  timestamptz NOT NULL
);
CREATE INDEX removed_email_addresses_person ON removed_email_addresses (person);
CREATE INDEX removed_email_addresses_told_until ON removed_email_addresses (told_until);
