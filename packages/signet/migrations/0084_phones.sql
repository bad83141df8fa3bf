-- Phones that get sign-in codes (B6). `number` is sealed by the KMS for this very row; `number_digest` is keyed, so that
-- rows of one number can be found and none can be read. `told_at`: when the person was last told that the number may
-- have changed hands.
CREATE TABLE phones (
  person uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('text', 'voice')),
  number bytea NOT NULL,
  number_digest bytea NOT NULL,
  failures integer NOT NULL,
  bound_at timestamptz NOT NULL,
  last_used_at timestamptz,
  told_at timestamptz,
  PRIMARY KEY (person, id),
  UNIQUE (person, number_digest)
);
