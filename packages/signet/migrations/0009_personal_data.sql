-- People who asked to be deleted and are waiting for it. `waiting`: they may still keep their account. `closing`: the
-- point of no return; nobody signs in any more, and the rows go as soon as what was under way has ended.
CREATE TABLE account_deletions (
  person      uuid PRIMARY KEY,
  reference   uuid NOT NULL UNIQUE, -- names the deletion in the audit log and in the last mail
  state       text NOT NULL CHECK (state IN ('waiting', 'closing')),
  asked_at    timestamptz NOT NULL,
  due_at      timestamptz NOT NULL,
  reminded_at timestamptz,
  closed_at   timestamptz
);
CREATE INDEX account_deletions_due ON account_deletions (due_at);

-- The links in the mails that say so: a hash of each token. Whoever reads that mailbox may keep the account.
CREATE TABLE account_deletion_links (
  lookup bytea PRIMARY KEY,
  person uuid NOT NULL REFERENCES account_deletions ON DELETE CASCADE
);
CREATE INDEX account_deletion_links_person ON account_deletion_links (person);
