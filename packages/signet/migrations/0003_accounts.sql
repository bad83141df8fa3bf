-- People and how they are reached. No row holds an address in clear: it is sealed to be read, and a keyed digest
-- finds it (docs/design.md §4). `audit_ref` is how the audit log names the person: random, so that no two are alike.
CREATE TABLE people (
  id         uuid PRIMARY KEY,
  audit_ref  uuid NOT NULL,
  status     text NOT NULL CHECK (status IN ('active', 'suspended', 'closed')),
  language   text NOT NULL CHECK (language IN ('en', 'es')),
  created_at timestamptz NOT NULL
);
CREATE INDEX ON people (audit_ref);
COMMENT ON TABLE people IS 'person: an account. Its `id` is the `person` of all other tables.';
COMMENT ON COLUMN people.audit_ref IS 'No foreign key: the audit log names people by it and outlives them.';

-- `address_id` names an address in a page's form: what it is found by stays inside. An address that came back by the
-- link of a notice (`restored_at`) comes back so once: whoever reads a mailbox that its owner takes off the account
-- cannot put it back for ever.
CREATE TABLE email_addresses (
  lookup      bytea PRIMARY KEY,
  person      uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  address_id  uuid NOT NULL DEFAULT gen_random_uuid(),
  address     bytea NOT NULL,
  is_primary  boolean NOT NULL,
  verified_at timestamptz NOT NULL,
  restored_at timestamptz
);
CREATE INDEX ON email_addresses (person, address_id);
CREATE UNIQUE INDEX ON email_addresses (person) WHERE is_primary;
COMMENT ON TABLE email_addresses IS 'lookup: whose address has this digest. One address belongs to one person, and a person has one primary address.';
COMMENT ON COLUMN email_addresses.address_id IS 'No foreign key: it names this very row.';

-- An address that was removed: it signs nobody in and recovers nothing, and for a while it is still told what happens to
-- the account, so that whoever gets in cannot silence the owner by removing it (B16).
CREATE TABLE removed_email_addresses (
  person      uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  address_id  uuid NOT NULL,
  lookup      bytea NOT NULL,
  address     bytea NOT NULL,
  verified_at timestamptz NOT NULL,
  restored_at timestamptz,
  told_until  timestamptz NOT NULL,
  PRIMARY KEY (person, address_id)
);
CREATE INDEX ON removed_email_addresses (told_until);
COMMENT ON TABLE removed_email_addresses IS 'person: an address taken off the account that is still told what happens.';
COMMENT ON COLUMN removed_email_addresses.address_id IS 'No foreign key: it names this very row, which was another table''s before.';

GRANT SELECT, INSERT, UPDATE, DELETE ON people, email_addresses, removed_email_addresses TO signet_application;
