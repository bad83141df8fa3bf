import { createAuthenticatorApp } from './authenticator-app/index.ts';
import type { Foundation } from './create-foundation.ts';
import { createEmail } from './email/index.ts';
import { createPasskey } from './passkey/index.ts';
import { createPassword } from './password/index.ts';
import { createPhone } from './phone/index.ts';
import type { AuthenticationNeeds } from './ports.ts';
import { createRecoveryCodes } from './recovery-codes/index.ts';
import type { FinishByMailbox } from './sign-in/index.ts';

/** The ways in. None knows another: what one needs of another is handed to it here. */
export function createWaysIn(needs: AuthenticationNeeds, on: Foundation) {
  const { finishByMailbox, ...byEmail } = emailRoom(needs, on);
  return {
    ...byEmail,
    ...passwordRoom(needs, on, finishByMailbox),
    passkey: passkeyRoom(needs, on, finishByMailbox),
    ...authenticatorAppRoom(needs, on),
    ...phoneRoom(needs, on),
    ...recoveryCodesRoom(needs, on),
  };
}

const emailRoom = (needs: AuthenticationNeeds, on: Foundation) =>
  createEmail({
    accounts: needs.accounts,
    attempts: on.attempts,
    audit: needs.audit,
    clock: needs.clock,
    confirmations: needs.stores.confirmations,
    notices: needs.notices,
    origin: needs.settings.origin,
    quotas: on.quotas,
    securityNotices: on.securityNotices,
    sessions: on.sessions,
    transact: needs.transact,
  });

const passwordRoom = (needs: AuthenticationNeeds, on: Foundation, finishByMailbox: FinishByMailbox) =>
  createPassword({
    accounts: needs.accounts,
    attempts: on.attempts,
    audit: needs.audit,
    authenticators: on.authenticators,
    binder: on.binder,
    clock: needs.clock,
    finishByMailbox,
    hashQueue: on.hashQueue,
    kms: needs.kms,
    knownDevices: on.knownDevices,
    leakedPasswords: needs.leakedPasswords,
    passwords: needs.stores.passwords,
    quotas: on.quotas,
    securityNotices: on.securityNotices,
    serviceName: needs.settings.serviceName,
    sessions: on.sessions,
    signInAs: on.signInAs,
    transact: needs.transact,
    triedAccounts: on.triedAccounts,
    vault: needs.vault,
    vaultWaysIn: on.vaultWaysIn,
  });

function passkeyRoom(needs: AuthenticationNeeds, on: Foundation, finishByMailbox: FinishByMailbox) {
  const { clock, stores } = needs;
  const { origin, rpId, serviceName } = needs.settings;
  return createPasskey({
    accounts: needs.accounts,
    attempts: on.attempts,
    audit: needs.audit,
    authenticators: on.authenticators,
    binder: on.binder,
    clock,
    finishByMailbox,
    kms: needs.kms,
    knownDevices: on.knownDevices,
    mayComeBack: (credentialId) => stores.waysBeforeRecovery.hasPasskey(credentialId, clock.now()),
    onRefused: needs.onPasskeyRefused,
    passkeys: stores.passkeys,
    relyingParty: { origin, rpId, serviceName },
    sessions: on.sessions,
    signInAs: on.signInAs,
    transact: needs.transact,
    vaultWaysIn: on.vaultWaysIn,
  });
}

const authenticatorAppRoom = (needs: AuthenticationNeeds, on: Foundation) =>
  createAuthenticatorApp({
    accounts: needs.accounts,
    attempts: on.attempts,
    audit: needs.audit,
    authenticators: on.authenticators,
    binder: on.binder,
    clock: needs.clock,
    kms: needs.kms,
    knownDevices: on.knownDevices,
    securityNotices: on.securityNotices,
    serviceName: needs.settings.serviceName,
    sessions: on.sessions,
    signInAs: on.signInAs,
    totp: needs.stores.totp,
    transact: needs.transact,
  });

const phoneRoom = (needs: AuthenticationNeeds, on: Foundation) =>
  createPhone({
    accounts: needs.accounts,
    attempts: on.attempts,
    audit: needs.audit,
    authenticators: on.authenticators,
    binder: on.binder,
    clock: needs.clock,
    kms: needs.kms,
    knownDevices: on.knownDevices,
    lines: needs.lines,
    notices: needs.notices,
    phones: needs.stores.phones,
    placeOf: on.placeOf,
    quotas: on.quotas,
    securityNotices: on.securityNotices,
    sessions: on.sessions,
    settings: needs.settings.phones,
    signInAs: on.signInAs,
    transact: needs.transact,
  });

const recoveryCodesRoom = (needs: AuthenticationNeeds, on: Foundation) =>
  createRecoveryCodes({
    accounts: needs.accounts,
    attempts: on.attempts,
    audit: needs.audit,
    clock: needs.clock,
    recoveryCodes: needs.stores.recoveryCodes,
    renewLostVault: on.renewLostVault,
    securityNotices: on.securityNotices,
    sessions: on.sessions,
    signInAs: on.signInAs,
    transact: needs.transact,
    vault: needs.vault,
    vaultWaysIn: on.vaultWaysIn,
  });
