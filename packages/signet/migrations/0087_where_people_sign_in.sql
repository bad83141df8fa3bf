-- Where a session came from. `ref` names it through every renewal of its cookie, to be listed and ended by; `origin`
-- (device in words, places, signals) is wrapped by the KMS and bound to `ref`; `networks` are digests of the networks
-- it was used from, keyed by the cookie's secret, which is stored nowhere. No address stands here in clear.
ALTER TABLE sessions
  ADD COLUMN ref uuid NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN origin bytea,
  ADD COLUMN networks bytea[];

-- Browsers that a person signed in with. `device` is a digest, keyed by the KMS, of the person and the random name in
-- the browser's own cookie; `sealed` (device in words, place) is wrapped by the KMS and bound to both.
CREATE TABLE known_devices (
  person uuid NOT NULL,
  device bytea NOT NULL,
  sealed bytea NOT NULL,
  first_seen_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  PRIMARY KEY (person, device)
);
CREATE INDEX known_devices_seen ON known_devices (last_seen_at);
