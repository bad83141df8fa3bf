export type {
  Recovering,
  RecoveryMethod,
  RecoveryProof,
  RecoveryProofError,
} from './account-recovery/recovering.ts';
export type { BoundAuthenticator } from './account-recovery/undoing.ts';
export type { Authentication, TotpOffer } from './authentication.ts';
export type { NamedPasskey, PasskeySignals } from './authenticator-care.ts';
export { createAuthentication } from './create-authentication.ts';
export type * from './outcomes.ts';
export { passkeyNameLength } from './passkey/name-passkeys.ts';
export type {
  PasskeyCreationOptions,
  PasskeyRequestOptions,
  PasskeyRequestResponse,
  PasskeyResponse,
} from './passkey/passkey-json.ts';
export { openLeakedPasswords } from './password/leaked-passwords.ts';
export { passwordLength } from './password/password.ts';
export type { PhoneCodeUnderWay } from './phone/phone-sign-in.ts';
export type { LeakedPasswords, RenewLostVault } from './ports.ts';
export { authenticationPersonalData } from './postgres-personal-data.ts';
export type { AuthenticatorRef, Removal } from './removal/removal.ts';
export type { Circumstances } from './session/circumstances.ts';
export type { Presence, Session, Sessions, SessionView } from './session/session.ts';
export type { Authenticators, NextStep, PhoneView } from './sign-in/next-step.ts';
export { isSessionGone } from './sign-in/sign-in-as.ts';
