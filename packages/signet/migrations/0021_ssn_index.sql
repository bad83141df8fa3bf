-- One person an SSN, without the SSN: a digest under a key that never leaves the KMS.
CREATE TABLE ssn_index (
  digest bytea PRIMARY KEY,
  person uuid NOT NULL
);
CREATE INDEX ssn_index_of_person ON ssn_index (person);

-- How many look-ups may still be made: one bucket for all processes. It begins full at the first use.
CREATE TABLE ssn_index_budget (
  one_row     boolean PRIMARY KEY DEFAULT true CHECK (one_row),
  tokens      double precision NOT NULL,
  refilled_at timestamptz NOT NULL
);
INSERT INTO ssn_index_budget (tokens, refilled_at) VALUES (0, 'epoch');
