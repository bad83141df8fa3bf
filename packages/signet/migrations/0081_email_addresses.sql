-- Several addresses an account. `address_id` names one in a page's form: what it is found by stays inside.
ALTER TABLE email_addresses ADD COLUMN address_id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE;

-- An address that was removed: it signs nobody in and recovers nothing, and for a while it is still told what happens to
-- the account, so that whoever gets in cannot silence the owner by removing it (B16).
CREATE TABLE removed_email_addresses (
  address_id uuid PRIMARY KEY,
  person uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  lookup bytea NOT NULL,
  address bytea NOT NULL,
  verified_at timestamptz NOT NULL,
  told_until timestamptz NOT NULL
);
CREATE INDEX removed_email_addresses_person ON removed_email_addresses (person);
CREATE INDEX removed_email_addresses_told_until ON removed_email_addresses (told_until);
