export type {
  AccountRecovery,
  CaseState,
  ConfirmError,
  ConfirmLinkError,
  EarlierWay,
  OpenCase,
  RecoverError,
  Rung,
} from './account-recovery/index.ts';
export { recoveryJobs, recoveryPersonalData } from './account-recovery/index.ts';
export type { Authentication } from './authentication.ts';
export type { TotpOffer } from './authenticator-app/index.ts';
export type { Authenticators, PhoneView, RenewLostVault } from './authenticators/index.ts';
export { createAuthentication } from './create-authentication.ts';
export type {
  AddEmailError,
  ConfirmEmailError,
  ConfirmNewEmailError,
  StartSignUpError,
} from './email/index.ts';
export { authenticationJobs } from './jobs.ts';
export { type TooManyAttempts, wideNetworkOf } from './limits/index.ts';
export type {
  NamedPasskey,
  PasskeyCreationOptions,
  PasskeyRequestOptions,
  PasskeyRequestResponse,
  PasskeyResponse,
  PasskeySignals,
  RefusedPasskey,
  SignInWithPasskeyError,
} from './passkey/index.ts';
export { passkeyNameLength } from './passkey/index.ts';
export type { LeakedPasswords, SetPasswordError, SignInWithPasswordError } from './password/index.ts';
export { openLeakedPasswords, passwordLength } from './password/index.ts';
export type {
  ConfirmPhoneError,
  PhoneCodeUnderWay,
  SendPhoneCodeError,
  StartPhoneError,
} from './phone/index.ts';
export { createPostgresAuthenticationStores } from './postgres-authentication-stores.ts';
export { authenticationPersonalData } from './postgres-personal-data.ts';
export type { AuthenticatorRef, Removal } from './removal/index.ts';
export type {
  Circumstances,
  Presence,
  Session,
  Sessions,
  SessionView,
} from './session/index.ts';
export type { AnswerAlong, NextStep } from './sign-in/index.ts';
