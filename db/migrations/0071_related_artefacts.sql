-- What the provider always looks at next to an artefact (a code's grant and session), as lookups of those rows, so
-- that they come in one query. They say no more than `grant_lookup` does: hashes of identifiers that are not stored.
ALTER TABLE openid_artefacts ADD COLUMN related bytea[];
