export { createPasskey } from './create-passkey.ts';
export { passkeyNameLength, passkeyNames } from './name-passkeys.ts';
export type * from './outcomes.ts';
export type { NamedPasskey, Passkey, PasskeySignals } from './passkey.ts';
export type {
  PasskeyCreationOptions,
  PasskeyRequestOptions,
  PasskeyRequestResponse,
  PasskeyResponse,
} from './passkey-json.ts';
export type { OnPasskeyRefused, RefusedPasskey } from './ports.ts';
export { postgresPasskeys } from './postgres-passkeys.ts';
