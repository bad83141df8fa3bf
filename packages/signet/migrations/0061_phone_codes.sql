-- Texts sent and codes mistyped, counted over a day so that a new case or another number resets nothing (A12, A22).
-- The number is a digest keyed by the KMS: rows of one number can be counted, and none can be read.
CREATE TABLE proofing_phone_codes (
  person  uuid NOT NULL,
  case_id uuid NOT NULL,
  kind    text NOT NULL CHECK (kind IN ('sent', 'wrong')),
  number  bytea NOT NULL,
  at      timestamptz NOT NULL
);
CREATE INDEX proofing_phone_codes_of_person ON proofing_phone_codes (person, at);
CREATE INDEX proofing_phone_codes_of_number ON proofing_phone_codes (number, at) WHERE kind = 'sent';
CREATE INDEX proofing_phone_codes_by_age ON proofing_phone_codes (at);
