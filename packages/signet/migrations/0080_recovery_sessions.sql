-- The vault of somebody who proves again who they are, to get back into their account: its only way in is a secret that
-- the recovering browser's session holds, and it goes when the account is given back or the time for that is over.
ALTER TABLE vault_wraps DROP CONSTRAINT vault_wraps_kind_check;
ALTER TABLE vault_wraps ADD CONSTRAINT vault_wraps_kind_check
  CHECK (kind IN ('password', 'passkey', 'recovery-code', 'recovery-session', 'escrow'));
