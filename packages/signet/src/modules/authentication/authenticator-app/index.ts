export type { AuthenticatorApp, TotpOffer } from './authenticator-app.ts';
export { createAuthenticatorApp } from './create-authenticator-app.ts';
export type * from './outcomes.ts';
export type { TotpKeys } from './ports.ts';
export { postgresTotp } from './postgres-totp.ts';
export type { JudgeTotp } from './verify-app-code.ts';
