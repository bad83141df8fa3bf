-- The owner's own copy of an item: encrypted under a key derived from their private key when they first read it, and
-- bound to what was sealed. Reading it again takes one operation where opening what was sealed takes a dozen.
ALTER TABLE vault_items ADD COLUMN opened bytea;
