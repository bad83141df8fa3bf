import { createAuthenticatorApp } from './authenticator-app/index.ts';
import type { Foundation } from './create-foundation.ts';
import { createEmail } from './email/index.ts';
import { createPasskey } from './passkey/index.ts';
import { createPassword } from './password/index.ts';
import { createPhone } from './phone/index.ts';
import type { AuthenticationDeps } from './ports.ts';
import { createRecoveryCodes } from './recovery-codes/index.ts';
import type { FinishByMailbox } from './sign-in/index.ts';

/** The ways in. None knows another: what one needs of another is handed to it here. */
export function createWaysIn(deps: AuthenticationDeps, on: Foundation) {
  const { finishByMailbox, ...byEmail } = emailRoom(deps, on);
  return {
    ...byEmail,
    ...passwordRoom(deps, on, finishByMailbox),
    passkey: passkeyRoom(deps, on, finishByMailbox),
    ...authenticatorAppRoom(deps, on),
    ...phoneRoom(deps, on),
    ...recoveryCodesRoom(deps, on),
  };
}

const emailRoom = (deps: AuthenticationDeps, on: Foundation) =>
  createEmail({
    accounts: deps.accounts,
    attempts: on.attempts,
    audit: deps.audit,
    clock: deps.clock,
    confirmations: deps.stores.confirmations,
    notices: deps.notices,
    origin: deps.settings.origin,
    quotas: on.quotas,
    securityNotices: on.securityNotices,
    sessions: on.sessions,
    transact: deps.transact,
  });

const passwordRoom = (deps: AuthenticationDeps, on: Foundation, finishByMailbox: FinishByMailbox) =>
  createPassword({
    accounts: deps.accounts,
    attempts: on.attempts,
    audit: deps.audit,
    authenticators: on.authenticators,
    binder: on.binder,
    clock: deps.clock,
    finishByMailbox,
    hashQueue: on.hashQueue,
    kms: deps.kms,
    knownDevices: on.knownDevices,
    leakedPasswords: deps.leakedPasswords,
    passwords: deps.stores.passwords,
    securityNotices: on.securityNotices,
    serviceName: deps.settings.serviceName,
    sessions: on.sessions,
    signInAs: on.signInAs,
    transact: deps.transact,
    triedAccounts: on.triedAccounts,
    vault: deps.vault,
    vaultWaysIn: on.vaultWaysIn,
  });

function passkeyRoom(deps: AuthenticationDeps, on: Foundation, finishByMailbox: FinishByMailbox) {
  const { clock, stores } = deps;
  const { origin, rpId, serviceName } = deps.settings;
  return createPasskey({
    accounts: deps.accounts,
    attempts: on.attempts,
    audit: deps.audit,
    authenticators: on.authenticators,
    binder: on.binder,
    clock,
    finishByMailbox,
    kms: deps.kms,
    knownDevices: on.knownDevices,
    mayComeBack: (credentialId) => stores.waysBeforeRecovery.hasPasskey(credentialId, clock.now()),
    onRefused: deps.onPasskeyRefused,
    passkeys: stores.passkeys,
    relyingParty: { origin, rpId, serviceName },
    sessions: on.sessions,
    signInAs: on.signInAs,
    transact: deps.transact,
    vaultWaysIn: on.vaultWaysIn,
  });
}

const authenticatorAppRoom = (deps: AuthenticationDeps, on: Foundation) =>
  createAuthenticatorApp({
    accounts: deps.accounts,
    attempts: on.attempts,
    audit: deps.audit,
    binder: on.binder,
    clock: deps.clock,
    kms: deps.kms,
    knownDevices: on.knownDevices,
    securityNotices: on.securityNotices,
    serviceName: deps.settings.serviceName,
    sessions: on.sessions,
    signInAs: on.signInAs,
    totp: deps.stores.totp,
    transact: deps.transact,
  });

const phoneRoom = (deps: AuthenticationDeps, on: Foundation) =>
  createPhone({
    accounts: deps.accounts,
    attempts: on.attempts,
    audit: deps.audit,
    authenticators: on.authenticators,
    binder: on.binder,
    clock: deps.clock,
    kms: deps.kms,
    knownDevices: on.knownDevices,
    lines: deps.lines,
    notices: deps.notices,
    phones: deps.stores.phones,
    placeOf: on.placeOf,
    quotas: on.quotas,
    securityNotices: on.securityNotices,
    sessions: on.sessions,
    settings: deps.settings.phones,
    signInAs: on.signInAs,
    transact: deps.transact,
  });

const recoveryCodesRoom = (deps: AuthenticationDeps, on: Foundation) =>
  createRecoveryCodes({
    accounts: deps.accounts,
    attempts: on.attempts,
    audit: deps.audit,
    clock: deps.clock,
    recoveryCodes: deps.stores.recoveryCodes,
    renewLostVault: on.renewLostVault,
    securityNotices: on.securityNotices,
    sessions: on.sessions,
    signInAs: on.signInAs,
    transact: deps.transact,
    vault: deps.vault,
    vaultWaysIn: on.vaultWaysIn,
  });
