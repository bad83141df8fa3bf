-- People who asked to be deleted and are waiting for it. `waiting`: they may still keep their account. `closing`: the
-- point of no return; nobody signs in any more, and the rows go as soon as what was under way has ended.
CREATE TABLE account_deletions (
  person      uuid PRIMARY KEY,
  reference   uuid NOT NULL,
  state       text NOT NULL CHECK (state IN ('waiting', 'closing')),
  asked_at    timestamptz NOT NULL,
  due_at      timestamptz NOT NULL,
  reminded_at timestamptz,
  closed_at   timestamptz
);
CREATE INDEX ON account_deletions (due_at);
COMMENT ON TABLE account_deletions IS 'person: they asked to be deleted. No foreign key: an erasure that is made again after a backup was put back may find nobody any more.';
COMMENT ON COLUMN account_deletions.reference IS 'No foreign key: names the deletion in the audit log and in the last mail.';

-- The links in the mails that say so: a hash of each token. Whoever reads that mailbox may keep the account.
CREATE TABLE account_deletion_links (
  lookup bytea PRIMARY KEY,
  person uuid NOT NULL REFERENCES account_deletions ON DELETE CASCADE
);
CREATE INDEX ON account_deletion_links (person);
COMMENT ON TABLE account_deletion_links IS 'lookup: whose deletion the link with this hash calls off.';

GRANT SELECT, INSERT, UPDATE, DELETE ON account_deletions, account_deletion_links TO signet_application;
