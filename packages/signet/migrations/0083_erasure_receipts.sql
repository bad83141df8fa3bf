-- Finds the entry that proves an erasure by the reference that its person was given: nothing else is kept of it.
CREATE INDEX audit_entries_erased ON audit_entries ((entry::jsonb #>> '{details,receipt}'))
  WHERE entry::jsonb ->> 'action' = 'account.erased';
