import { createAccountRecovery } from './account-recovery/index.ts';
import type { Authentication } from './authentication.ts';
import { createFoundation, type Foundation } from './create-foundation.ts';
import { createWaysIn } from './create-ways-in.ts';
import type { AuthenticationDeps } from './ports.ts';
import { createRemoval, type Undoing } from './removal/index.ts';

type WaysIn = ReturnType<typeof createWaysIn>;

/** Puts the module together. Everything it needs comes in; nothing is read from the environment. */
export function createAuthentication(deps: AuthenticationDeps): Authentication {
  const on = createFoundation(deps);
  const waysIn = createWaysIn(deps, on);
  const { removal, undoing } = removalRoom(deps, on, waysIn);
  return {
    email: waysIn.email,
    password: waysIn.password,
    passkey: waysIn.passkey,
    authenticatorApp: waysIn.authenticatorApp,
    phone: waysIn.phone,
    recoveryCodes: waysIn.recoveryCodes,
    session: on.sessions,
    signIn: on.signIn,
    authenticators: { of: (person) => on.authenticators(person) },
    removal,
    accountRecovery: accountRecoveryRoom(deps, on, waysIn, undoing),
    async removeExpired() {
      const now = deps.clock.now();
      await on.sessions.removeExpired();
      await deps.stores.confirmations.removeExpired(now);
      await on.attempts.removeExpired();
      await on.knownDevices.removeExpired();
      await deps.accounts.addresses.forgetRemoved();
      await deps.stores.waysBeforeRecovery.removeExpired(now);
    },
  };
}

function removalRoom(deps: AuthenticationDeps, on: Foundation, { phonesOf }: WaysIn) {
  const { passwords, totp, passkeys, phones, recoveryCodes, ...stores } = deps.stores;
  return createRemoval({
    accounts: deps.accounts,
    audit: deps.audit,
    authenticators: on.authenticators,
    clock: deps.clock,
    removalLock: stores.removalLock,
    removeByKind: {
      password: passwords.remove,
      totp: totp.remove,
      passkey: passkeys.remove,
      phone: phonesOf.removePhone,
    },
    securityNotices: on.securityNotices,
    sessions: on.sessions,
    transact: deps.transact,
    undoByKind: { password: passwords, totp, passkey: passkeys, phone: phones, recoveryCodes },
    vault: deps.vault,
    waysBeforeRecovery: stores.waysBeforeRecovery,
  });
}

function accountRecoveryRoom(deps: AuthenticationDeps, on: Foundation, waysIn: WaysIn, undoing: Undoing) {
  return createAccountRecovery({
    accounts: deps.accounts,
    attempts: on.attempts,
    audit: deps.audit,
    authenticators: on.authenticators,
    cases: deps.stores.recoveryCases,
    clock: deps.clock,
    disavowals: deps.disavowals,
    emailLimits: waysIn.emailLimits,
    endAllAtAgencies: deps.endAllAtAgencies,
    findRecoveryCode: waysIn.findRecoveryCode,
    isProven: deps.isProven,
    judgePassword: waysIn.judgePassword,
    judgePhoneCode: waysIn.phonesOf.judgePhoneCode,
    judgeTotp: waysIn.judgeTotp,
    kms: deps.kms,
    knownDevices: on.knownDevices,
    mailedCodes: waysIn.mailedCodes,
    notices: deps.notices,
    origin: deps.settings.origin,
    passkeysOf: waysIn.passkey.list,
    recoveries: deps.stores.recoveries,
    recoveryCodes: deps.stores.recoveryCodes,
    securityNotices: on.securityNotices,
    sessions: on.sessions,
    textedNumbers: waysIn.phonesOf.textedNumbers,
    transact: deps.transact,
    undoEmailChange: waysIn.email.undoChange,
    undoing,
    vault: deps.vault,
    vaultWaysIn: on.vaultWaysIn,
    waitBeforeRecovery: deps.settings.waitBeforeRecovery,
    waysBeforeRecovery: deps.stores.waysBeforeRecovery,
  });
}
