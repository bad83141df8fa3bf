-- OpenID artifacts: sessions, grants, codes, tokens, pushed requests, interactions. "A token is a key": a row is
-- found by a hash of its identifier and its contents are encrypted under a key derived from that identifier, which
-- only the browser or the agency holds. Nothing here yields a token or personal data. `related` is what the provider
-- always looks at next to an artifact (a code's grant and session), as lookups of those rows, so that they come in one
-- query. They say no more than `grant_lookup` does: hashes of identifiers that are not stored.
CREATE TABLE openid_artifacts (
  lookup         bytea PRIMARY KEY,
  kind           text NOT NULL,
  sealed         bytea NOT NULL,
  uid_lookup     bytea UNIQUE,          -- provider sessions: their second identifier,
  uid_sealed     bytea,                 -- and the first one, encrypted under it
  grant_lookup   bytea,                 -- what falls when a grant is revoked
  person_lookup  bytea,                 -- grants and sessions: what falls when an account is suspended
  pairing_lookup bytea,                 -- grants: what falls when a person leaves one agency
  related        bytea[],
  expires_at     timestamptz NOT NULL,
  consumed_at    timestamptz
);
CREATE INDEX openid_artifacts_grant ON openid_artifacts (grant_lookup) WHERE grant_lookup IS NOT NULL;
CREATE INDEX openid_artifacts_person ON openid_artifacts (person_lookup) WHERE person_lookup IS NOT NULL;
CREATE INDEX openid_artifacts_pairing ON openid_artifacts (pairing_lookup) WHERE pairing_lookup IS NOT NULL;
CREATE INDEX openid_artifacts_expiry ON openid_artifacts (expires_at);

-- At which agencies a session of ours was used, so that signing out of it elsewhere ends those as well. `session` is
-- a hash of the session's `ref`, `provider_session` and `grant_lookup` are where the artifacts of it lie, `sid` is
-- what the agency knows it by: a sign-out that we sign names it, and it opens nothing.
CREATE TABLE agency_sessions (
  session          bytea NOT NULL,
  agency           text NOT NULL,
  sid              text NOT NULL,
  provider_session bytea NOT NULL,
  grant_lookup     bytea NOT NULL,
  expires_at       timestamptz NOT NULL,
  PRIMARY KEY (session, agency)
);
CREATE INDEX agency_sessions_expiry ON agency_sessions (expires_at);

-- What a person agreed to give to which agency (C4). Items are names of attributes, never their values.
CREATE TABLE consents (
  person       uuid NOT NULL,
  agency       text NOT NULL,
  items        text[] NOT NULL,
  refused      text[] NOT NULL,
  given_at     timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  PRIMARY KEY (person, agency)
);

-- The provider's own signing and cookie keys, each wrapped by the KMS.
CREATE TABLE federation_keys (
  name       text PRIMARY KEY,
  wrapped    bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
