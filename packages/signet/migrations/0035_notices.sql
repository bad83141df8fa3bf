-- Messages between writing and delivery, sealed: channel, address, subject and text are all inside `sealed`.
CREATE TABLE outgoing_messages (
  id uuid PRIMARY KEY,
  sealed bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
