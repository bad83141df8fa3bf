-- OpenID artifacts: sessions and grants; codes, tokens, pushed requests and interactions only where they are too large to
-- travel sealed in their own identifier; else a row of the kind ReplayDetection, without content, says that one was used,
-- as it does of a client's assertion. "A token is a key": a row is
-- found by a hash of its identifier and its contents are encrypted under a key derived from that identifier, which
-- only the browser or the agency holds. Nothing here yields a token or personal data. `related` is what the provider
-- always looks at next to an artifact (a code's grant and session), as lookups of those rows, so that they come in one
-- query. They say no more than `grant_lookup` does: hashes of identifiers that are not stored. None lasts longer than a
-- day (`day_slot`).
CREATE TABLE openid_artifacts (
  lookup         bytea NOT NULL,
  slot           smallint NOT NULL,
  kind           text NOT NULL CHECK (kind IN ('Session', 'Grant', 'Interaction', 'PushedAuthorizationRequest',
                   'AuthorizationCode', 'AccessToken', 'RefreshToken', 'ReplayDetection')),
  sealed         bytea NOT NULL,
  uid_lookup     bytea,                 -- provider sessions: their second identifier,
  uid_sealed     bytea,                 -- and the first one, encrypted under it
  grant_lookup   bytea,                 -- what falls when a grant is revoked
  person_lookup  bytea,                 -- grants and sessions: what falls when an account is suspended
  pairing_lookup bytea,                 -- grants: what falls when a person leaves one agency
  related        bytea[],
  expires_at     timestamptz NOT NULL,
  consumed_at    timestamptz,
  PRIMARY KEY (lookup, slot),
  CHECK (slot = day_slot(expires_at))
) PARTITION BY LIST (slot);
CREATE TABLE openid_artifacts_0 PARTITION OF openid_artifacts FOR VALUES IN (0);
CREATE TABLE openid_artifacts_1 PARTITION OF openid_artifacts FOR VALUES IN (1);
CREATE TABLE openid_artifacts_2 PARTITION OF openid_artifacts FOR VALUES IN (2);
CREATE TABLE openid_artifacts_3 PARTITION OF openid_artifacts FOR VALUES IN (3);
CREATE INDEX ON openid_artifacts (uid_lookup) WHERE uid_lookup IS NOT NULL;
CREATE INDEX ON openid_artifacts (grant_lookup) WHERE grant_lookup IS NOT NULL;
CREATE INDEX ON openid_artifacts (person_lookup) WHERE person_lookup IS NOT NULL;
CREATE INDEX ON openid_artifacts (pairing_lookup) WHERE pairing_lookup IS NOT NULL;
COMMENT ON TABLE openid_artifacts IS 'lookup: the session, grant, code or token that has this hash.';

-- At which agencies a session of ours was used, so that signing out of it elsewhere ends those as well. `session` is a
-- hash of the session's `ref`, `provider_session` and `grant_lookup` are where the artifacts of it lie, `sid` is what the
-- agency knows it by: a sign-out that we sign names it, and it opens nothing.
CREATE TABLE agency_sessions (
  session          bytea NOT NULL,
  agency           text NOT NULL,
  slot             smallint NOT NULL,
  sid              text NOT NULL,
  provider_session bytea NOT NULL,
  grant_lookup     bytea NOT NULL,
  expires_at       timestamptz NOT NULL,
  PRIMARY KEY (session, agency, slot),
  CHECK (slot = day_slot(expires_at))
) PARTITION BY LIST (slot);
CREATE TABLE agency_sessions_0 PARTITION OF agency_sessions FOR VALUES IN (0);
CREATE TABLE agency_sessions_1 PARTITION OF agency_sessions FOR VALUES IN (1);
CREATE TABLE agency_sessions_2 PARTITION OF agency_sessions FOR VALUES IN (2);
CREATE TABLE agency_sessions_3 PARTITION OF agency_sessions FOR VALUES IN (3);
COMMENT ON TABLE agency_sessions IS 'lookup: at which agencies the session with this hash was used.';
COMMENT ON COLUMN agency_sessions.agency IS 'text: an id of the file of agencies.';
COMMENT ON COLUMN agency_sessions.sid IS 'text: made up by the provider.';

-- What a person agreed to give to which agency (C4).
CREATE TABLE consents (
  person       uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  agency       text NOT NULL,
  items        text[] NOT NULL,
  refused      text[] NOT NULL,
  given_at     timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  PRIMARY KEY (person, agency)
);
COMMENT ON TABLE consents IS 'person: what they agreed to give to which agency.';
COMMENT ON COLUMN consents.agency IS 'text: an id of the file of agencies.';
COMMENT ON COLUMN consents.items IS 'text: names of attributes, never their values.';
COMMENT ON COLUMN consents.refused IS 'text: names of attributes, never their values.';

-- The provider's own signing and cookie keys, each wrapped by the KMS.
CREATE TABLE federation_keys (
  name       text PRIMARY KEY,
  wrapped    bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE federation_keys IS 'deployment: the provider''s own keys.';
COMMENT ON COLUMN federation_keys.name IS 'text: what the key is for; the code that makes it names it.';

GRANT SELECT, INSERT, UPDATE, DELETE ON openid_artifacts, agency_sessions, consents, federation_keys TO signet_application;
GRANT SELECT, TRUNCATE ON openid_artifacts_0, openid_artifacts_1, openid_artifacts_2, openid_artifacts_3,
  agency_sessions_0, agency_sessions_1, agency_sessions_2, agency_sessions_3 TO signet_application;
