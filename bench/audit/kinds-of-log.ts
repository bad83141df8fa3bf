import type { Tx } from '../../packages/signet/src/kernel/index.ts';
import { atTheEnd } from '../../packages/signet/src/platform/postgres/index.ts';

/** How an act is recorded: not at all, as Signet does it, or as it did when every act took its turn at the log's end. */
export type LogKind = 'none' | 'sequenced' | 'turns';

/** What an act changes, and the audit log as it was: its end was one row, locked from the append to the commit. */
export const benchTables = `
  CREATE TABLE acts (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, what text NOT NULL);
  CREATE TABLE turns_entries (position bigint PRIMARY KEY, entry text NOT NULL, hash bytea NOT NULL);
  CREATE INDEX ON turns_entries ((entry::jsonb ->> 'subject'), position DESC);
  CREATE INDEX ON turns_entries ((entry::jsonb #>> '{details,receipt}'))
    WHERE entry::jsonb ->> 'action' = 'account.erased';
  CREATE TABLE turns_head (
    one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row), size bigint NOT NULL, hash bytea NOT NULL
  ) WITH (fillfactor = 10, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);
  INSERT INTO turns_head (size, hash) VALUES (0, decode(repeat('00', 32), 'hex'));
  CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$;
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON turns_entries
    FOR EACH STATEMENT EXECUTE FUNCTION refuse()`;

const takeTurn = `
  WITH head AS (
    UPDATE turns_head SET size = size + 1, hash = sha256(hash || convert_to($1::text, 'UTF8'))
    RETURNING size - 1 AS position, hash
  )
  INSERT INTO turns_entries (position, entry, hash) SELECT position, $1::text, hash FROM head`;

/** The entry is the text that Signet's own log writes for the same act. */
export function recordInTurn(tx: Tx, entry: string): void {
  atTheEnd(tx, { name: 'take-turn', text: takeTurn, values: [entry] });
}
