export type { Authentication, TotpOffer } from './authentication.ts';
export type { NamedPasskey, PasskeySignals } from './authenticator-care.ts';
export type { Circumstances } from './circumstances.ts';
export { createAuthentication } from './create-authentication.ts';
export { openLeakedPasswords } from './leaked-passwords.ts';
export { passkeyNameLength } from './name-passkeys.ts';
export type { Authenticators, NextStep, PhoneView } from './next-step.ts';
export type * from './outcomes.ts';
export type {
  PasskeyCreationOptions,
  PasskeyRequestOptions,
  PasskeyRequestResponse,
  PasskeyResponse,
} from './passkey-wire.ts';
export { passwordLength } from './password.ts';
export type { PhoneCodeUnderWay } from './phone-sign-in.ts';
export type { LeakedPasswords, Regain } from './ports.ts';
export { authenticationPersonalData } from './postgres-personal-data.ts';
export type {
  Recovering,
  RecoveryMethod,
  RecoveryProof,
  RecoveryProofError,
} from './recovering.ts';
export { refusable } from './refusable.ts';
export type { AuthenticatorRef, Removal } from './removal.ts';
export type { AuthenticationEvent, Presence, Session, Sessions, SessionView } from './session.ts';
export { isSessionGone } from './sign-in-as.ts';
export type { BoundAuthenticator } from './undoing.ts';
