-- What a person calls a passkey, wrapped by the KMS: a name may say whose device it is. Without one, pages say what
-- kind it is.
ALTER TABLE passkeys DROP COLUMN label;
ALTER TABLE passkeys ADD COLUMN sealed_name bytea;
