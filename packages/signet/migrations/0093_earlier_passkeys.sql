-- A passkey that is not known here is looked for among those that a disavowed recovery would bring back. Anybody may ask.
CREATE INDEX ways_before_recovery_passkeys ON ways_before_recovery USING gin ((ways -> 'passkeys') jsonb_path_ops);
