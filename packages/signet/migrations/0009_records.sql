-- How the offices that keep records answer, for all processes together: a worker meets the silence of one, and another
-- process shows it to people. A row is there once an office left a question unanswered; open where both times are.
CREATE TABLE office_circuits (
  office      text PRIMARY KEY
    CHECK (office IN ('motor-vehicles', 'passport-office', 'social-security', 'phone-carrier')),
  unanswered  integer NOT NULL,                 -- questions in a row
  opened_at   timestamptz,
  next_try_at timestamptz,                      -- one question may be asked then
  CHECK ((opened_at IS NULL) = (next_try_at IS NULL))
);
COMMENT ON TABLE office_circuits IS 'deployment: whether an office that keeps records answers. It says nothing of whoever was asked about.';

GRANT SELECT, INSERT, UPDATE, DELETE ON office_circuits TO signet_application;
