-- Personal data, sealed so that only its owner's presence opens it. Whose row it is and of which kind is all that
-- these tables say in clear. Every key begins with the person, so that the tables can be spread by person.

CREATE TABLE vaults (
  person     uuid PRIMARY KEY,
  public_key bytea NOT NULL, -- wrapped by the KMS: nobody without it can plant a key of their own
  created_at timestamptz NOT NULL DEFAULT now()
);

-- The private key, once for each way in: under the person's secret, and that again under the KMS.
CREATE TABLE vault_wraps (
  person  uuid NOT NULL REFERENCES vaults ON DELETE CASCADE,
  kind    text NOT NULL CHECK (kind IN ('password', 'passkey', 'recovery-code', 'escrow')),
  ref     text NOT NULL,
  wrapped bytea NOT NULL,
  PRIMARY KEY (person, kind, ref)
);

-- HPKE to the public key, bound to person and kind.
CREATE TABLE vault_items (
  person uuid NOT NULL REFERENCES vaults ON DELETE CASCADE,
  kind   text NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY (person, kind)
);
