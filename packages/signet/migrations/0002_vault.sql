-- Personal data, sealed so that only its owner's presence opens it. Whose row it is and of which kind is all that
-- these tables say in clear. Every key begins with the person, so that the tables can be spread by person.

CREATE TABLE vaults (
  person     uuid PRIMARY KEY,
  public_key bytea NOT NULL, -- wrapped by the KMS: nobody without it can plant a key of their own
  created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE vaults IS 'person: the public key that anything may seal to. No foreign key: somebody who proves again who they are has a vault under a name made up for that recovery, before an account is known.';

-- The private key, once for each way in: under the person's secret, and that again under the KMS. `recovery-session` is
-- the only way into the vault of somebody who proves again who they are, to get back into their account: a secret that
-- the recovering browser's session holds. It goes when the account is given back or the time for that is over.
CREATE TABLE vault_wraps (
  person  uuid NOT NULL REFERENCES vaults ON DELETE CASCADE,
  kind    text NOT NULL CHECK (kind IN ('password', 'passkey', 'recovery-code', 'recovery-session', 'escrow')),
  ref     text NOT NULL,
  wrapped bytea NOT NULL,
  PRIMARY KEY (person, kind, ref)
);
COMMENT ON TABLE vault_wraps IS 'person: the private key, wrapped once for each way in.';
COMMENT ON COLUMN vault_wraps.ref IS 'text: names the way in among those of its kind, as the module of that kind wrote it.';

-- HPKE to the public key, bound to person and kind. `opened` is the owner's own copy: encrypted under a key derived from
-- their private key when they first read it, and bound to what was sealed. Reading it again takes one operation where
-- opening what was sealed takes a dozen.
CREATE TABLE vault_items (
  person uuid NOT NULL REFERENCES vaults ON DELETE CASCADE,
  kind   text NOT NULL CHECK (kind IN ('identity')),
  sealed bytea NOT NULL,
  opened bytea,
  PRIMARY KEY (person, kind)
);
COMMENT ON TABLE vault_items IS 'person: personal data, sealed to the public key.';

-- One person an SSN, without the SSN: a digest under a key that never leaves the KMS.
CREATE TABLE ssn_index (
  digest bytea PRIMARY KEY,
  person uuid NOT NULL
);
CREATE INDEX ON ssn_index (person);
COMMENT ON TABLE ssn_index IS 'lookup: whose SSN has this digest. No foreign key: a look-up lies where its hash says, not with its person.';

-- How many look-ups may still be made: one bucket for all processes. It begins full at the first use.
CREATE TABLE ssn_index_budget (
  one_row     boolean PRIMARY KEY DEFAULT true CHECK (one_row),
  tokens      double precision NOT NULL,
  refilled_at timestamptz NOT NULL
);
INSERT INTO ssn_index_budget (tokens, refilled_at) VALUES (0, 'epoch');
COMMENT ON TABLE ssn_index_budget IS 'deployment: how many SSN look-ups may still be made.';

GRANT SELECT, INSERT, UPDATE, DELETE ON vaults, vault_wraps, vault_items, ssn_index TO signet_application;
GRANT SELECT, UPDATE ON ssn_index_budget TO signet_application;
