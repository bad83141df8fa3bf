-- What the database needs before it has tables: two roles beside the owner, who runs these migrations and owns all that
-- they make (docs/operators.md, "Three roles"). They are groups: the operator's logins are members of them.
--
-- `signet_application` reads and writes the tables, and may add entries to the audit log. `signet_audit` puts those
-- entries in order. Neither may change or remove what the log holds, and neither owns anything, so that neither can drop
-- what protects it.
DO $$
BEGIN
  CREATE ROLE signet_application NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- made by the operator, or for another database here
END $$;
DO $$
BEGIN
  CREATE ROLE signet_audit NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO signet_application, signet_audit;
GRANT SELECT ON schema_migrations TO signet_application, signet_audit;

-- A temporary table hides the one of the same name from its connection: audit entries would be written into it and be gone
-- with it. Everybody may make them until the database's owner takes that back; a start in production looks whether it is so.
DO $$
BEGIN
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END $$;

-- Rows that are over within a day lie in four partitions, a day's worth in each, by the day on which they end at the
-- latest. Today's and tomorrow's are in use; yesterday's is emptied as a whole, which takes no longer for a million rows
-- than for one; the fourth keeps clocks that do not agree apart. Nothing is made ahead, so nothing can be missing.
CREATE FUNCTION day_slot(ends_at timestamptz) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (floor(extract(epoch FROM ends_at AT TIME ZONE 'UTC') / 86400)::bigint % 4)::smallint;
