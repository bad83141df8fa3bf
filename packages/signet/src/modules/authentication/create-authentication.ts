import { placesUnknown } from '../risk/index.ts';
import { createAccountRecovery } from './account-recovery/index.ts';
import type { Authentication } from './authentication.ts';
import { createAuthenticatorApp } from './authenticator-app/index.ts';
import {
  createAuthenticators,
  createRenewLostVault,
  securityNotices as noticesOfSecurity,
  vaultWaysIn as waysInto,
} from './authenticators/index.ts';
import { createEmail } from './email/index.ts';
import { createLimits } from './limits/index.ts';
import { createPasskey } from './passkey/index.ts';
import { createPassword } from './password/index.ts';
import { createPhone, createPhoneDescriptions } from './phone/index.ts';
import type { AuthenticationDeps } from './ports.ts';
import { createRecoveryCodes } from './recovery-codes/index.ts';
import { createRemoval } from './removal/index.ts';
import { createSession } from './session/index.ts';
import { createNotifyOfNewCountry, createSignIn } from './sign-in/index.ts';

/** What every way in stands on: limits, sessions, what a person has, and how somebody is signed in. */
function createCommon(deps: AuthenticationDeps) {
  const { kms, vault, clock, stores, settings, placeOf = placesUnknown } = deps;
  const limits = createLimits({ store: stores.attempts, kms, clock, settings });
  const securityNotices = noticesOfSecurity(deps);
  const { session, knownDevices } = createSession({
    ...deps,
    ...limits,
    placeOf,
    store: stores.sessions,
    deviceStore: stores.knownDevices,
    notifyOfNewCountry: createNotifyOfNewCountry(deps.audit, securityNotices),
  });
  const renewLostVault = createRenewLostVault(deps.renewLostVault, {
    passkeysOpenNoVault: stores.passkeys.openNoVault,
    removeRecoveryCodes: stores.recoveryCodes.removeAll,
  });
  const common = {
    ...deps,
    ...limits,
    placeOf,
    knownDevices,
    renewLostVault,
    securityNotices,
    sessions: session,
    vaultWaysIn: waysInto(vault, deps.escrow),
  };
  const { authenticators, binder } = createAuthenticators({
    ...common,
    store: stores.authenticators,
    phones: createPhoneDescriptions(kms, settings.phones.calls),
  });
  const { signIn, signInAs } = createSignIn({ ...common, authenticators });
  return { ...common, session, authenticators, binder, signIn, signInAs };
}

/** The ways in. None knows another: what one needs of another is handed to it here. */
function createWaysIn(common: ReturnType<typeof createCommon>) {
  const { stores, settings, attempts, clock } = common;
  const { origin, rpId, serviceName } = settings;
  const { email, emailLimits, mailedCodes, finishByMailbox } = createEmail({
    ...common,
    origin,
    confirmations: stores.confirmations,
  });
  const shared = { ...common, finishByMailbox, serviceName };
  return {
    email,
    emailLimits,
    mailedCodes,
    ...createPassword({ ...shared, passwords: stores.passwords }),
    passkey: createPasskey({
      ...shared,
      attempts,
      passkeys: stores.passkeys,
      relyingParty: { origin, rpId, serviceName },
      mayComeBack: (credentialId) => stores.waysBeforeRecovery.hasPasskey(credentialId, clock.now()),
      onRefused: common.onPasskeyRefused,
    }),
    ...createAuthenticatorApp({ ...shared, totp: stores.totp }),
    ...createPhone({
      ...shared,
      attemptStore: stores.attempts,
      phones: stores.phones,
      settings: settings.phones,
    }),
    ...createRecoveryCodes({ ...shared, recoveryCodes: stores.recoveryCodes }),
  };
}

/** Puts the module together. Everything it needs comes in; nothing is read from the environment. */
export function createAuthentication(deps: AuthenticationDeps): Authentication {
  const common = createCommon(deps);
  const { stores, session, knownDevices, attempts } = common;
  const { emailLimits, mailedCodes, judgePassword, judgeTotp, findRecoveryCode, phonesOf, ...waysIn } =
    createWaysIn(common);
  const { accounts, audit, authenticators, clock, securityNotices, transact, vault, vaultWaysIn } = common;
  const { waysBeforeRecovery } = stores;
  const shared = { accounts, audit, authenticators, clock, securityNotices, sessions: session, transact };
  const { removal, undoing } = createRemoval({
    ...shared,
    vault,
    removalLock: stores.removalLock,
    undoByKind: {
      password: stores.passwords,
      totp: stores.totp,
      passkey: stores.passkeys,
      phone: stores.phones,
      recoveryCodes: stores.recoveryCodes,
    },
    waysBeforeRecovery,
    removeByKind: {
      password: stores.passwords.remove,
      totp: stores.totp.remove,
      passkey: stores.passkeys.remove,
      phone: phonesOf.removePhone,
    },
  });
  const accountRecovery = createAccountRecovery({
    ...shared,
    attempts,
    disavowals: deps.disavowals,
    endAllAtAgencies: deps.endAllAtAgencies,
    isProven: deps.isProven,
    kms: deps.kms,
    notices: deps.notices,
    vault,
    vaultWaysIn,
    judgePhoneCode: phonesOf.judgePhoneCode,
    textedNumbers: phonesOf.textedNumbers,
    undoing,
    undoEmailChange: waysIn.email.undoChange,
    passkeysOf: waysIn.passkey.list,
    waitBeforeRecovery: deps.settings.waitBeforeRecovery,
    recoveries: stores.recoveries,
    cases: stores.recoveryCases,
    emailLimits,
    mailedCodes,
    judgePassword,
    judgeTotp,
    findRecoveryCode,
    origin: deps.settings.origin,
    recoveryCodes: stores.recoveryCodes,
    waysBeforeRecovery,
  });
  return {
    ...waysIn,
    session,
    signIn: common.signIn,
    authenticators: { of: (person) => authenticators(person) },
    removal,
    accountRecovery,
    async removeExpired() {
      const now = deps.clock.now();
      await session.removeExpired();
      await stores.confirmations.removeExpired(now);
      await attempts.removeExpired();
      await knownDevices.removeExpired();
      await deps.accounts.addresses.forgetRemoved();
      await stores.waysBeforeRecovery.removeExpired(now);
    },
  };
}
