-- Proofing (docs/design.md §4). Everything is keyed by person first, so that it can be spread by person. What is personal
-- lies in `sealed` and in the images, encrypted under the case's own key; destroying `wrapped_key` destroys both.
--
-- A case by which somebody proves again who they are, to get back into an account (SP 800-63B-4 §4.2.1.4), has a
-- `person` that is a name made up for that recovery alone; `account` is whose account it is about, and `claim_by` until
-- when an account may be given back on the strength of an ended case: then what was read for it goes.
CREATE TABLE proofing_cases (
  person          uuid NOT NULL,
  id              uuid NOT NULL,
  account         uuid,
  version         integer NOT NULL DEFAULT 1,
  stage           text NOT NULL CHECK (stage IN ('collecting', 'checking', 'in-review', 'awaiting-letter', 'ended')),
  required_ial    smallint NOT NULL CHECK (required_ial IN (1, 2)),
  wrapped_key     bytea,
  sealed          bytea,
  decision        jsonb,                        -- codes and a reference
  waived          jsonb NOT NULL DEFAULT '[]',  -- reason codes that an agent decided
  agent           text,
  consent_version text,                         -- A17: stays when the evidence goes
  consent_at      timestamptz,
  submitted_at    timestamptz,
  unanswered      smallint NOT NULL DEFAULT 0,  -- questions in a row that an authority left unanswered
  due_at          timestamptz,                  -- when its job should be running
  waits_for       text CHECK (waits_for IN ('motor-vehicles', 'passport-office', 'social-security', 'phone-carrier')),
  waits_why       text CHECK (waits_why IN ('silent', 'refused')), -- refused: our own fault
  delete_at       timestamptz,                  -- when the evidence goes at the latest
  claim_by        timestamptz,
  started_at      timestamptz NOT NULL,
  step_began_at   timestamptz NOT NULL DEFAULT now(),
  language        text CHECK (language IN ('en', 'es')),  -- in which it was begun, and on what: only for the counts of A25
  device          text CHECK (device IN ('phone', 'desk')),
  touched_at      timestamptz NOT NULL,
  PRIMARY KEY (person, id),
  CHECK ((wrapped_key IS NULL) = (sealed IS NULL)),
  CHECK ((waits_for IS NULL) = (waits_why IS NULL))
);
CREATE UNIQUE INDEX ON proofing_cases (person) WHERE stage <> 'ended';
CREATE INDEX ON proofing_cases (id);
CREATE INDEX ON proofing_cases (due_at) WHERE stage = 'checking';
CREATE INDEX ON proofing_cases (touched_at) WHERE stage = 'collecting';
CREATE INDEX ON proofing_cases (delete_at) WHERE delete_at IS NOT NULL;
CREATE INDEX ON proofing_cases (account, started_at) WHERE account IS NOT NULL;
CREATE INDEX ON proofing_cases (claim_by) WHERE claim_by IS NOT NULL;
COMMENT ON TABLE proofing_cases IS 'person: one try to prove who they are. No foreign key: somebody who proves again who they are has a case under a name made up for that recovery.';
COMMENT ON COLUMN proofing_cases.account IS 'No foreign key: the case of an account that was erased meanwhile is erased by proofing''s own hand.';
COMMENT ON COLUMN proofing_cases.agent IS 'text: the pseudonym of the agent who settled it.';
COMMENT ON COLUMN proofing_cases.consent_version IS 'text: the version of the words that were agreed to.';

-- How often a step ended how, and in about what time (A25). A case adds one to a row with the change that it counts, and nothing
-- here leads back to it: days and kinds, no names, no ids, no exact times.
CREATE TABLE proofing_passages (
  ended_on date NOT NULL, -- UTC
  document text NOT NULL,
  way      text NOT NULL CHECK (way IN ('face', 'file', 'letter', 'not-chosen')),
  step     text NOT NULL,
  language text NOT NULL CHECK (language IN ('en', 'es', 'unknown')),
  device   text NOT NULL CHECK (device IN ('phone', 'desk', 'unknown')),
  outcome  text NOT NULL CHECK (outcome IN ('passed', 'failed', 'person', 'left')),
  length   text NOT NULL,
  count    bigint NOT NULL,
  PRIMARY KEY (ended_on, document, way, step, language, device, outcome, length)
);
COMMENT ON TABLE proofing_passages IS 'deployment: counts of steps that ended, of everybody together.';
COMMENT ON COLUMN proofing_passages.document IS 'text: a kind of document by its name, or none.';
COMMENT ON COLUMN proofing_passages.step IS 'text: a step of proofing by its name, or case for all of it.';
COMMENT ON COLUMN proofing_passages.length IS 'text: the name of a range of times.';

CREATE TABLE proofing_images (
  person  uuid NOT NULL,
  case_id uuid NOT NULL,
  id      uuid NOT NULL,
  sealed  bytea NOT NULL,
  PRIMARY KEY (person, case_id, id),
  FOREIGN KEY (person, case_id) REFERENCES proofing_cases ON DELETE CASCADE ON UPDATE CASCADE
);
ALTER TABLE proofing_images ALTER COLUMN sealed SET STORAGE EXTERNAL; -- ciphertext does not compress
COMMENT ON TABLE proofing_images IS 'person: a photo of their case.';

-- One finding a check and set of answers; codes and numbers only.
CREATE TABLE proofing_findings (
  person     uuid NOT NULL,
  case_id    uuid NOT NULL,
  check_name text NOT NULL
    CHECK (check_name IN ('document', 'face', 'portrait', 'motor-vehicles', 'passport-office', 'social-security', 'phone-carrier')),
  inputs     text NOT NULL,
  finding    jsonb NOT NULL,
  found_at   timestamptz NOT NULL,
  PRIMARY KEY (person, case_id, check_name, inputs),
  FOREIGN KEY (person, case_id) REFERENCES proofing_cases ON DELETE CASCADE ON UPDATE CASCADE
);
COMMENT ON TABLE proofing_findings IS 'person: what a check of their case found.';
COMMENT ON COLUMN proofing_findings.inputs IS 'text: random ids of the answers it rests on.';

CREATE TABLE proofing_submissions (
  person       uuid NOT NULL,
  case_id      uuid NOT NULL,
  id           uuid NOT NULL DEFAULT gen_random_uuid(),
  submitted_at timestamptz NOT NULL,
  PRIMARY KEY (person, case_id, id),
  FOREIGN KEY (person, case_id) REFERENCES proofing_cases ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX ON proofing_submissions (person, submitted_at);
COMMENT ON TABLE proofing_submissions IS 'person: when they sent a case in.';

-- Texts sent and codes mistyped, counted over a day so that a new case or another number resets nothing (A12, A22).
-- The number is a digest keyed by the KMS: rows of one number can be counted, and none can be read.
CREATE TABLE proofing_phone_codes (
  person     uuid NOT NULL,
  case_id    uuid NOT NULL,
  id         uuid NOT NULL DEFAULT gen_random_uuid(),
  kind       text NOT NULL CHECK (kind IN ('sent', 'wrong')),
  number     bytea NOT NULL,
  counted_at timestamptz NOT NULL,
  PRIMARY KEY (person, case_id, id),
  FOREIGN KEY (person, case_id) REFERENCES proofing_cases ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX ON proofing_phone_codes (person, counted_at);
CREATE INDEX ON proofing_phone_codes (number, counted_at) WHERE kind = 'sent';
CREATE INDEX ON proofing_phone_codes (counted_at);
COMMENT ON TABLE proofing_phone_codes IS 'person: a code that was sent or mistyped for their case.';

-- That somebody used the document, picture, phone, address or network of this digest (A22), keyed by the KMS as that of an SSN is:
-- accounts that share one can be counted, and nothing of it can be read. It goes after 90 days.
CREATE TABLE proofing_signals (
  digest  bytea NOT NULL,
  person  uuid NOT NULL,
  signal  text NOT NULL CHECK (signal IN ('document', 'picture', 'phone', 'address', 'network')),
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (digest, person)
);
CREATE INDEX ON proofing_signals (person);
CREATE INDEX ON proofing_signals (seen_at);
COMMENT ON TABLE proofing_signals IS 'lookup: who used the thing with this digest. No foreign key: it is erased by proofing''s own hand.';

-- A link by which one phone, which is not signed in, takes photos for the case. `token` and `phone` are hashes of random
-- tokens: what the QR code holds, and what the phone that has the link does; `code` is a digest, keyed by the KMS, of what is
-- typed instead. `session` is the `ref` of the session that made it: the link ends with it.
CREATE TABLE proofing_phone_links (
  person     uuid NOT NULL,
  case_id    uuid NOT NULL,
  id         uuid NOT NULL,
  session    uuid,
  roles      text[] NOT NULL,
  language   text NOT NULL CHECK (language IN ('en', 'es')),
  token      bytea NOT NULL,
  code       bytea NOT NULL,
  phone      bytea,
  joined_at  timestamptz,                       -- its person said that they began this
  expires_at timestamptz NOT NULL,
  ended      text CHECK (ended IN ('taken-back', 'refused', 'done')),
  PRIMARY KEY (person, case_id),
  FOREIGN KEY (person, case_id) REFERENCES proofing_cases ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX ON proofing_phone_links (token);
CREATE INDEX ON proofing_phone_links (code);
CREATE INDEX ON proofing_phone_links (phone) WHERE phone IS NOT NULL;
CREATE INDEX ON proofing_phone_links (expires_at);
COMMENT ON TABLE proofing_phone_links IS 'person: what a phone may take photos for their case by.';
COMMENT ON COLUMN proofing_phone_links.session IS 'No foreign key: a session is another''s to keep, and one that is gone opens nothing.';
COMMENT ON COLUMN proofing_phone_links.roles IS 'text: the photos that it is for, by their names.';

-- What was proven and how (A7, A27): facts, from which a level is computed whenever one is asked for. The digests are
-- keyed and bound to the account: is it the same document, or the same name and birth date?
CREATE TABLE proofings (
  person          uuid NOT NULL,
  case_id         uuid NOT NULL,
  facts           jsonb NOT NULL,
  verified_at     timestamptz NOT NULL,
  document_digest bytea,
  person_digest   bytea,
  PRIMARY KEY (person, case_id),
  CHECK ((document_digest IS NULL) = (person_digest IS NULL))
);
COMMENT ON TABLE proofings IS 'person: what they have proven, and how. No foreign key: it outlives the case in which it was proven.';

CREATE TABLE review_cases (
  reference  text PRIMARY KEY,
  person     uuid NOT NULL,
  case_id    uuid NOT NULL,
  reasons    jsonb NOT NULL,
  status     text NOT NULL CHECK (status IN ('open', 'approved', 'refused', 'closed')),
  agent      text,
  opened_at  timestamptz NOT NULL,
  settled_at timestamptz,
  FOREIGN KEY (person, case_id) REFERENCES proofing_cases ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX ON review_cases (opened_at) WHERE status = 'open';
CREATE INDEX ON review_cases (person, case_id);
COMMENT ON TABLE review_cases IS 'lookup: the case that a person reads this reference of to an agent. No two have the same.';
COMMENT ON COLUMN review_cases.reference IS 'text: made up at random.';
COMMENT ON COLUMN review_cases.agent IS 'text: the pseudonym of the agent who settled it.';

GRANT SELECT, INSERT, UPDATE, DELETE ON proofing_cases, proofing_images, proofing_findings, proofing_submissions,
  proofing_phone_codes, proofing_phone_links, proofing_passages, proofing_signals, proofings, review_cases TO signet_application;
