import { createAccountRecovery } from './account-recovery/index.ts';
import type { Authentication } from './authentication.ts';
import { createFoundation, type Foundation } from './create-foundation.ts';
import { createWaysIn } from './create-ways-in.ts';
import type { AuthenticationNeeds } from './ports.ts';
import { createRemoval, type Undoing } from './removal/index.ts';

type WaysIn = ReturnType<typeof createWaysIn>;

/** Puts the module together. Everything it needs comes in; nothing is read from the environment. */
export function createAuthentication(needs: AuthenticationNeeds): Authentication {
  const on = createFoundation(needs);
  const waysIn = createWaysIn(needs, on);
  const { removal, undoing } = removalRoom(needs, on, waysIn);
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
    accountRecovery: accountRecoveryRoom(needs, on, waysIn, undoing),
    async removeExpired() {
      const now = needs.clock.now();
      await on.sessions.removeExpired();
      await needs.stores.confirmations.removeExpired(now);
      await on.attempts.removeExpired();
      await on.knownDevices.removeExpired();
      await needs.accounts.addresses.forgetRemoved();
      await needs.stores.waysBeforeRecovery.removeExpired(now);
    },
  };
}

function removalRoom(needs: AuthenticationNeeds, on: Foundation, { phonesOf }: WaysIn) {
  const { passwords, totp, passkeys, phones, recoveryCodes, ...stores } = needs.stores;
  return createRemoval({
    accounts: needs.accounts,
    audit: needs.audit,
    authenticators: on.authenticators,
    clock: needs.clock,
    removalLock: stores.removalLock,
    removeByKind: {
      password: passwords.remove,
      totp: totp.remove,
      passkey: passkeys.remove,
      phone: phonesOf.removePhone,
    },
    securityNotices: on.securityNotices,
    sessions: on.sessions,
    transact: needs.transact,
    undoByKind: { password: passwords, totp, passkey: passkeys, phone: phones, recoveryCodes },
    vault: needs.vault,
    waysBeforeRecovery: stores.waysBeforeRecovery,
  });
}

function accountRecoveryRoom(needs: AuthenticationNeeds, on: Foundation, waysIn: WaysIn, undoing: Undoing) {
  return createAccountRecovery({
    accounts: needs.accounts,
    attempts: on.attempts,
    audit: needs.audit,
    authenticators: on.authenticators,
    cases: needs.stores.recoveryCases,
    clock: needs.clock,
    disavowals: needs.disavowals,
    emailLimits: waysIn.emailLimits,
    endAllAtAgencies: needs.endAllAtAgencies,
    findRecoveryCode: waysIn.findRecoveryCode,
    isProven: needs.isProven,
    judgePassword: waysIn.judgePassword,
    judgePhoneCode: waysIn.phonesOf.judgePhoneCode,
    judgeTotp: waysIn.judgeTotp,
    kms: needs.kms,
    knownDevices: on.knownDevices,
    emailedCodes: waysIn.emailedCodes,
    notices: needs.notices,
    origin: needs.settings.origin,
    passkeysOf: waysIn.passkey.list,
    recoveries: needs.stores.recoveries,
    recoveryCodes: needs.stores.recoveryCodes,
    securityNotices: on.securityNotices,
    sessions: on.sessions,
    textedNumbers: waysIn.phonesOf.textedNumbers,
    transact: needs.transact,
    undoEmailChange: waysIn.email.undoChange,
    undoing,
    vault: needs.vault,
    vaultWaysIn: on.vaultWaysIn,
    waitBeforeRecovery: needs.settings.waitBeforeRecovery,
    waysBeforeRecovery: needs.stores.waysBeforeRecovery,
  });
}
