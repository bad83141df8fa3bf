-- At which agencies a session of ours was used, so that signing out of it elsewhere ends those as well. `session` is a
-- hash of the session's `ref`, `provider_session` and `grant_lookup` are where the artifacts of it lie, `sid` is what the
-- agency knows it by: a sign-out that we sign names it, and it opens nothing.
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
