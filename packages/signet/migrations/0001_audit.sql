-- The audit log. An act writes its entry in its own transaction and waits for nobody; one sequencer gives every committed
-- entry its position and chains it to the one before by hash. Position and hash stand in a table of their own, so nobody
-- ever changes an entry. Decision 11 says why.

CREATE TABLE audit_entries (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, -- in the order of writing; an act that was undone leaves a gap
  written_by xid8 NOT NULL DEFAULT pg_current_xact_id(),      -- the act's transaction: how the sequencer misses none
  written_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  entry      text NOT NULL CHECK (octet_length(entry) <= 4096) -- the canonical JSON text that is hashed, byte for byte
);
CREATE INDEX ON audit_entries (written_by, id);
CREATE INDEX audit_entries_subject_idx ON audit_entries (((entry::jsonb ->> 'subject')::uuid), id DESC);

-- Finds the entry that proves an erasure by the reference that its person was given: nothing else is kept of it.
CREATE INDEX audit_entries_receipt_idx ON audit_entries ((entry::jsonb #>> '{details,receipt}'))
  WHERE entry::jsonb ->> 'action' = 'account.erased';

-- The order of the entries. No foreign key: its check would lock each entry's row, which is a write to it.
CREATE TABLE audit_sequence (
  position bigint PRIMARY KEY CHECK (position >= 0), -- 0, 1, 2 … without gaps: the leaf's index in the Merkle tree
  entry_id bigint NOT NULL UNIQUE,                   -- no entry stands twice
  hash     bytea NOT NULL                            -- sha256(hash of the entry before || entry)
);

-- Where the sequence ends. The sequencer holds this row while it works, so a second one keeps out of its way; acts never
-- touch it. What `seen` saw is sequenced. Transactions are numbered by the server, so it counts only there (`seen_on`).
CREATE TABLE audit_head (
  one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row),
  size    bigint NOT NULL,
  hash    bytea NOT NULL,
  seen    pg_snapshot NOT NULL,
  seen_on bigint NOT NULL -- pg_control_system().system_identifier; 0: nowhere yet
) WITH (fillfactor = 10, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);
INSERT INTO audit_head (size, hash, seen, seen_on) VALUES (0, decode(repeat('00', 32), 'hex'), '3:3:', 0);

-- Signed statements of what the first `size` entries were (C2SP tlog-checkpoint). `frontier` is the state of the
-- tree computation there, so that the next checkpoint reads only what came since; the signature covers the note.
CREATE TABLE audit_checkpoints (
  size      bigint PRIMARY KEY,
  note      text NOT NULL,
  frontier  bytea[] NOT NULL,
  signed_at timestamptz NOT NULL
);

CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only: % on % refused', TG_OP, TG_TABLE_NAME;
END $$;

CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER audit_sequence_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_sequence
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER audit_checkpoints_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_checkpoints
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER audit_head_stays BEFORE INSERT OR DELETE OR TRUNCATE ON audit_head
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();

COMMENT ON TABLE audit_entries IS 'deployment: the audit log. It names people by a reference of its own.';
COMMENT ON TABLE audit_sequence IS 'deployment: the order of the audit log, and its chain.';
COMMENT ON COLUMN audit_sequence.entry_id IS 'No foreign key: its check would lock each entry, which is a write to it.';
COMMENT ON TABLE audit_head IS 'deployment: where the sequence ends.';
COMMENT ON TABLE audit_checkpoints IS 'deployment: signed statements of what the log was.';
COMMENT ON COLUMN audit_checkpoints.note IS 'text: a signed note.';

-- The application writes entries and chooses neither the id nor the writer of one. The sequencer writes no entry.
GRANT SELECT ON audit_entries, audit_sequence, audit_head, audit_checkpoints TO signet_application, signet_audit;
GRANT INSERT (entry) ON audit_entries TO signet_application;
GRANT INSERT ON audit_sequence, audit_checkpoints TO signet_audit;
GRANT UPDATE ON audit_head TO signet_audit;
