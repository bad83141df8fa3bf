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
-- The triggers below hold both to the truth: the lag that web processes watch, and an export, go by this row.
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

-- Whoever orders the log can only go on from where it ends: with entries that exist, one position after another, each
-- chained to the one before it. The end moves with them, and nobody writes it: so the owner's rights are needed here.
CREATE FUNCTION audit_extend() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  head audit_head%ROWTYPE;
  given record;
BEGIN
  SELECT * INTO STRICT head FROM audit_head FOR UPDATE;
  SELECT count(*) AS entries, min(position) AS first, max(position) AS last,
      (array_agg(hash ORDER BY position DESC))[1] AS hash,
      bool_and(coalesce(hash = sha256(before || convert_to(entry, 'UTF8')), false)) AS chained
    INTO given
    FROM (SELECT position, added.hash, entry, lag(added.hash, 1, head.hash) OVER (ORDER BY position) AS before
      FROM added LEFT JOIN audit_entries ON id = entry_id) AS chain;
  IF given.entries = 0 THEN
    RETURN NULL;
  END IF;
  IF given.first <> head.size OR given.last - given.first + 1 <> given.entries OR NOT given.chained THEN
    RAISE EXCEPTION 'the audit log goes on from its end: positions % to % refused after %', given.first, given.last,
      head.size - 1;
  END IF;
  UPDATE audit_head SET size = given.last + 1, hash = given.hash;
  RETURN NULL;
END $$;
CREATE TRIGGER audit_sequence_extend AFTER INSERT ON audit_sequence REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION audit_extend();

-- What `seen` saw is looked for no more. So it never sees what is not sequenced or not over yet, and is of this server. It
-- may see less than before (a batch that was full), but never all of the past again.
CREATE FUNCTION audit_check_seen() RETURNS trigger LANGUAGE plpgsql
  SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  present pg_snapshot := pg_current_snapshot();
  here bigint := (SELECT system_identifier FROM pg_control_system());
  ends xid8 := pg_snapshot_xmax(NEW.seen);
  left_out boolean;
BEGIN
  IF NEW.seen_on <> here OR ends > pg_snapshot_xmax(present)
    OR EXISTS (SELECT FROM pg_snapshot_xip(present) AS running WHERE pg_visible_in_snapshot(running, NEW.seen))
    OR (OLD.seen_on = here AND pg_snapshot_xmin(NEW.seen) < pg_snapshot_xmin(OLD.seen)) THEN
    RAISE EXCEPTION 'the audit log has not seen %', NEW.seen;
  END IF;
  IF OLD.seen_on = here THEN
    left_out := EXISTS (SELECT FROM audit_entries e
        WHERE written_by >= pg_snapshot_xmax(OLD.seen) AND written_by < ends
          AND pg_visible_in_snapshot(written_by, NEW.seen)
          AND NOT EXISTS (SELECT FROM audit_sequence WHERE entry_id = e.id))
      OR EXISTS (SELECT FROM audit_entries e
        WHERE written_by = ANY (ARRAY(SELECT pg_snapshot_xip(OLD.seen)))
          AND pg_visible_in_snapshot(written_by, NEW.seen)
          AND NOT EXISTS (SELECT FROM audit_sequence WHERE entry_id = e.id));
  ELSE -- numbers of another server stand in the log: those that are still to come here would be looked for too late
    left_out := EXISTS (SELECT FROM audit_entries e
      WHERE (pg_visible_in_snapshot(written_by, NEW.seen) OR written_by >= pg_snapshot_xmax(pg_current_snapshot()))
        AND NOT EXISTS (SELECT FROM audit_sequence WHERE entry_id = e.id));
  END IF;
  IF left_out THEN
    RAISE EXCEPTION 'the audit log leaves no entry out: % sees some that are not sequenced', NEW.seen;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER audit_head_seen BEFORE UPDATE OF seen, seen_on ON audit_head
  FOR EACH ROW EXECUTE FUNCTION audit_check_seen();

COMMENT ON TABLE audit_entries IS 'deployment: the audit log. It names people by a reference of its own.';
COMMENT ON TABLE audit_sequence IS 'deployment: the order of the audit log, and its chain.';
COMMENT ON COLUMN audit_sequence.entry_id IS 'No foreign key: its check would lock each entry, which is a write to it.';
COMMENT ON TABLE audit_head IS 'deployment: where the sequence ends.';
COMMENT ON TABLE audit_checkpoints IS 'deployment: signed statements of what the log was.';
COMMENT ON COLUMN audit_checkpoints.note IS 'text: a signed note.';

-- The application writes entries and chooses neither the id nor the writer of one. The sequencer writes no entry, and of
-- the log's end only what it has seen.
GRANT SELECT ON audit_entries, audit_sequence, audit_head, audit_checkpoints TO signet_application, signet_audit;
GRANT INSERT (entry) ON audit_entries TO signet_application;
GRANT INSERT ON audit_sequence, audit_checkpoints TO signet_audit;
GRANT UPDATE (seen, seen_on) ON audit_head TO signet_audit;
