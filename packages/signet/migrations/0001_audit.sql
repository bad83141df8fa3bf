-- The audit log: entries that cannot be changed, each chained to the one before by hash. `entry` is the canonical
-- JSON text that was hashed, byte for byte; what the columns say beyond it is derived from it.

CREATE TABLE audit_entries (
  position bigint PRIMARY KEY, -- 0, 1, 2 … without gaps: the leaf's index in the Merkle tree
  entry    text NOT NULL,
  hash     bytea NOT NULL      -- sha256(hash of the entry before || entry)
);
CREATE INDEX audit_entries_by_subject ON audit_entries ((entry::jsonb ->> 'subject'), position DESC);

-- Where the log ends. Appending updates this row, so appends take their turn at it until they commit.
CREATE TABLE audit_head (
  one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row),
  size    bigint NOT NULL,
  hash    bytea NOT NULL
) WITH (fillfactor = 10, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);
INSERT INTO audit_head (size, hash) VALUES (0, decode(repeat('00', 32), 'hex'));

-- Signed statements of what the first `size` entries were (C2SP tlog-checkpoint). `frontier` is the state of the
-- tree computation there, so that the next checkpoint reads only what came since; the signature covers the note.
CREATE TABLE audit_checkpoints (
  size     bigint PRIMARY KEY,
  note     text NOT NULL,
  frontier bytea[] NOT NULL,
  at       timestamptz NOT NULL
);

CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only: % on % refused', TG_OP, TG_TABLE_NAME;
END $$;

CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER audit_checkpoints_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_checkpoints
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER audit_head_stays BEFORE INSERT OR DELETE OR TRUNCATE ON audit_head
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();

-- Finds the entry that proves an erasure by the reference that its person was given: nothing else is kept of it.
CREATE INDEX audit_entries_erased ON audit_entries ((entry::jsonb #>> '{details,receipt}'))
  WHERE entry::jsonb ->> 'action' = 'account.erased';
