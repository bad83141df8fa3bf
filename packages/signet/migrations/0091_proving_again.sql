-- Proving again who one is, to get back into an account (SP 800-63B-4 §4.2.1.4): a case whose `person` is a name made up
-- for that recovery alone, and `account` whose account it is about. `claim_by`: until when an account may be given back
-- on the strength of an ended case; then what was read for it goes.
ALTER TABLE proofing_cases ADD COLUMN account uuid;
ALTER TABLE proofing_cases ADD COLUMN claim_by timestamptz;
CREATE INDEX proofing_cases_of_account ON proofing_cases (account, started_at) WHERE account IS NOT NULL;
CREATE INDEX proofing_cases_claims ON proofing_cases (claim_by) WHERE claim_by IS NOT NULL;

-- Keyed digests, bound to the account: is it the same document, or the same name and birth date? Null for what was
-- proven before they were kept.
ALTER TABLE proofings ADD COLUMN document_digest bytea;
ALTER TABLE proofings ADD COLUMN person_digest bytea;
ALTER TABLE proofings ADD CONSTRAINT proofings_digests CHECK ((document_digest IS NULL) = (person_digest IS NULL));
