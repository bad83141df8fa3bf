-- What a person signed in with, and their vault, as both were when a recovery succeeded (SP 800-63B-4 section 4.2): for
-- a week, so that "this was not me" gives the account back whatever was done with it meanwhile. Rows of other tables as
-- they stood, hashed and wrapped as they are there; nothing in it opens more than they do.
CREATE TABLE ways_before_recovery (
  recovery   uuid PRIMARY KEY,
  person     uuid NOT NULL,
  ways       jsonb NOT NULL,
  vault      jsonb NOT NULL,
  kept_until timestamptz NOT NULL
);
CREATE INDEX ways_before_recovery_person ON ways_before_recovery (person);
CREATE INDEX ways_before_recovery_expiry ON ways_before_recovery (kept_until);

-- An address that came back by the link of a notice comes back so once: whoever reads a mailbox that its owner takes off
-- the account cannot put it back for ever.
ALTER TABLE email_addresses ADD COLUMN restored_at timestamptz;
ALTER TABLE removed_email_addresses ADD COLUMN restored_at timestamptz;
