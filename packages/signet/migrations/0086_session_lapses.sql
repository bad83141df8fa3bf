-- When a session was last used before it lay too long for its level (B11): what was authenticated until then does not
-- reach AAL3 again, and after the idle limit the session needs one factor to go on.
ALTER TABLE sessions ADD COLUMN lapsed_at timestamptz;
