export type { Authentication, Source, TotpOffer } from './authentication.ts';
export { createAuthentication } from './create-authentication.ts';
export type { Authenticators, NextStep, PasskeyView, SecondFactor } from './next-step.ts';
export type * from './outcomes.ts';
export type {
  PasskeyCreationOptions,
  PasskeyRequestOptions,
  PasskeyRequestResponse,
  PasskeyResponse,
} from './passkey-wire.ts';
export { passwordLength } from './password.ts';
export type { AuthenticationDeps, AuthenticationKeys } from './ports.ts';
export type { AuthenticationEvent, BeginSession, Presence, Session, Sessions } from './session.ts';
export type { AuthenticationSettings } from './settings.ts';
