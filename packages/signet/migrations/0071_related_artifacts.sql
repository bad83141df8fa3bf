-- What the provider always looks at next to an artifact (a code's grant and session), as lookups of those rows, so
-- that they come in one query. They say no more than `grant_lookup` does: hashes of identifiers that are not stored.
ALTER TABLE openid_artifacts ADD COLUMN related bytea[];
