export type { Authenticators, AuthenticatorsOf, PasskeyView, PhoneView } from './authenticators.ts';
export type { Binding } from './bind-authenticator.ts';
export type {
  BoundAuthenticator,
  BoundBetween,
  HeldRows,
  RestorableRows,
} from './bound-authenticators.ts';
export { type AuthenticatorsRoom, type Binder, createAuthenticators } from './create-authenticators.ts';
export type { PhoneDescriptions } from './describe-authenticators.ts';
export { postgresAuthenticators } from './postgres-authenticators.ts';
export { postgresRestorableRows } from './postgres-restorable-rows.ts';
export { createRenewLostVault, type RenewLostVault } from './renew-lost-vault.ts';
export { type SecurityNotices, securityNotices } from './security-notices.ts';
export {
  passkeyWay,
  passwordWay,
  recoveryCodeWay,
  type VaultWaysIn,
  vaultWaysIn,
} from './vault-ways-in.ts';
