import { Redacted } from '../../kernel/index.ts';
import { placesUnknown } from '../risk/index.ts';
import { createRecovering } from './account-recovery/create-recovering.ts';
import { postgresUndoing } from './account-recovery/postgres-undoing.ts';
import { postgresWaysBeforeRecovery } from './account-recovery/postgres-ways-before-recovery.ts';
import { renewingLostVault } from './account-recovery/renew-lost-vault.ts';
import { undoingBindings } from './account-recovery/undo-authenticators.ts';
import type { Authentication } from './authentication.ts';
import { confirmTotp, startTotp } from './authenticator-app/enroll-app.ts';
import { postgresTotp } from './authenticator-app/postgres-totp.ts';
import { verifyTotp } from './authenticator-app/verify-app-code.ts';
import { postgresAuthenticators } from './authenticators/postgres-authenticators.ts';
import { securityNotices } from './authenticators/security-notices.ts';
import { waysIn } from './authenticators/vault-ways-in.ts';
import { addEmail, confirmNewEmail, resendNewEmailCode } from './email/add-email.ts';
import { makeEmailPrimary, removeEmail } from './email/change-email.ts';
import { changeLanguage } from './email/change-language.ts';
import { confirmEmail, confirmEmailByLink } from './email/confirm-email.ts';
import { postgresConfirmations } from './email/postgres-confirmations.ts';
import { resendEmailCode, startSignUp } from './email/start-sign-up.ts';
import { undoEmailChange } from './email/undo-email-change.ts';
import { countingAttempts } from './limits/attempts.ts';
import { hashQueue } from './limits/hash-queue.ts';
import { postgresAttempts } from './limits/postgres-attempts.ts';
import { countingTriedAccounts } from './limits/tried-accounts.ts';
import type { Parts } from './parts.ts';
import { enrollPasskey, passkeyCreationOptions } from './passkey/enroll-passkey.ts';
import { namedPasskeys, passkeySignals, renamePasskey } from './passkey/name-passkeys.ts';
import { postgresPasskeys } from './passkey/postgres-passkeys.ts';
import { passkeyRequest, passkeyRequestOptions, signInWithPasskey } from './passkey/sign-in-with-passkey.ts';
import { postgresPasswords } from './password/postgres-passwords.ts';
import { setPassword } from './password/set-password.ts';
import { signInWithPassword } from './password/sign-in-with-password.ts';
import { confirmPhone } from './phone/confirm-phone.ts';
import { lookingUpLines } from './phone/phone-line.ts';
import { countingPhoneSends } from './phone/phone-send-limits.ts';
import { newPhoneUnderWay, phoneCodeUnderWay } from './phone/phones-under-way.ts';
import { postgresPhones } from './phone/postgres-phones.ts';
import { sendPhoneCode } from './phone/send-phone-code.ts';
import { resendNewPhoneCode, startPhone } from './phone/start-phone.ts';
import { verifyPhoneCode } from './phone/verify-phone-code.ts';
import type { AuthenticationDeps } from './ports.ts';
import { issueRecoveryCodes } from './recovery-codes/issue-recovery-codes.ts';
import { postgresRecoveryCodes } from './recovery-codes/postgres-recovery-codes.ts';
import { useRecoveryCode } from './recovery-codes/use-recovery-code.ts';
import { postgresRemovalLock } from './removal/postgres-removal-lock.ts';
import { removalBy, removeAuthenticator } from './removal/remove-authenticator.ts';
import { knowingDevices } from './session/known-devices.ts';
import { notNowWhenSessionEnded } from './session/not-now-when-session-ended.ts';
import { emailUnderWay, newAddressUnderWay } from './session/pending.ts';
import { postgresKnownDevices } from './session/postgres-known-devices.ts';
import { postgresSessions } from './session/postgres-sessions.ts';
import { recordingNewNetworks } from './session/record-new-network.ts';
import { sealingOrigins } from './session/session-origin.ts';
import { keepingSessions } from './session/sessions.ts';
import { signOut } from './session/sign-out.ts';
import { signedInDevices } from './session/signed-in-devices.ts';
import { decideNextStep } from './sign-in/next-step.ts';
import { notifyingOfNewCountry } from './sign-in/notify-of-new-country.ts';

const defaults = { hashesAtOnce: 2, hashesWaiting: 64 } as const;

function partsOf(deps: AuthenticationDeps): Parts {
  const { db, clock, kms, settings, vault } = deps;
  const { hashesAtOnce = defaults.hashesAtOnce, hashesWaiting = defaults.hashesWaiting } = settings;
  const { placeOf = placesUnknown, transact } = deps;
  const tell = securityNotices(deps);
  const store = postgresSessions(db);
  const attempts = postgresAttempts(db);
  const tried = countingTriedAccounts(attempts, kms, clock);
  const origins = sealingOrigins(kms, placeOf);
  const recordNewNetwork = recordingNewNetworks({
    store,
    origins,
    placeOf,
    clock,
    transact,
    tell: notifyingOfNewCountry(deps.audit, tell),
  });
  const passkeys = postgresPasskeys(db);
  const recoveryCodes = postgresRecoveryCodes(db);
  return {
    ...deps,
    renewLostVault: renewingLostVault(deps.renewLostVault, { passkeys, recoveryCodes }),
    placeOf,
    sessions: keepingSessions({ ...deps, store, origins, recordNewNetwork }),
    knownDevices: knowingDevices({ store: postgresKnownDevices(db), kms, placeOf, clock, tried }),
    tried,
    attempts: countingAttempts(attempts, kms, clock),
    hashQueue: hashQueue(hashesAtOnce, hashesWaiting),
    authenticators: postgresAuthenticators(db, kms, settings.phones.calls),
    removalLock: postgresRemovalLock(),
    passwords: postgresPasswords(db),
    totp: postgresTotp(db),
    passkeys,
    recoveryCodes,
    phones: postgresPhones(db),
    waysBeforeRecovery: postgresWaysBeforeRecovery(db, vault),
    phoneSends: countingPhoneSends(postgresAttempts(db), kms, clock, settings.phones.perCountryAnHour),
    lookUpLine: lookingUpLines(deps.lines, clock),
    confirmations: postgresConfirmations(db),
    waysIn: waysIn(vault, deps.escrow),
    tell,
  };
}

/** Puts the module together. Everything it needs comes in; nothing is read from the environment. */
export function createAuthentication(deps: AuthenticationDeps): Authentication {
  const parts = partsOf(deps);
  const { sessions, authenticators } = parts;
  return {
    sessions,
    authenticators: (person) => authenticators(person),
    recovering: createRecovering(parts),
    undoing: undoingBindings(parts, postgresUndoing(deps.db)),
    async nextStep({ session }, since) {
      return decideNextStep(session, session.person && (await authenticators(session.person)), since);
    },
    emailUnderWay({ session }) {
      const pending = emailUnderWay(session);
      return pending && new Redacted(pending.address);
    },
    startSignUp: notNowWhenSessionEnded(startSignUp(parts)),
    resendEmailCode: notNowWhenSessionEnded(resendEmailCode(parts)),
    confirmEmail: notNowWhenSessionEnded(confirmEmail(parts)),
    confirmEmailByLink: confirmEmailByLink(parts),
    setPassword: notNowWhenSessionEnded(setPassword(parts)),
    signInWithPassword: signInWithPassword(parts),
    startTotp: notNowWhenSessionEnded(startTotp(parts)),
    confirmTotp: notNowWhenSessionEnded(confirmTotp(parts)),
    verifyTotp: notNowWhenSessionEnded(verifyTotp(parts)),
    passkeyCreationOptions: notNowWhenSessionEnded(passkeyCreationOptions(parts)),
    enrollPasskey: notNowWhenSessionEnded(enrollPasskey(parts)),
    passkeyRequest: passkeyRequest(parts),
    passkeyRequestOptions: passkeyRequestOptions(parts),
    signInWithPasskey: notNowWhenSessionEnded(signInWithPasskey(parts)),
    issueRecoveryCodes: notNowWhenSessionEnded(issueRecoveryCodes(parts)),
    useRecoveryCode: notNowWhenSessionEnded(useRecoveryCode(parts)),
    addEmail: notNowWhenSessionEnded(addEmail(parts)),
    resendNewEmailCode: notNowWhenSessionEnded(resendNewEmailCode(parts)),
    newEmailUnderWay({ session }) {
      const pending = newAddressUnderWay(session);
      return pending && new Redacted(pending.address);
    },
    confirmNewEmail: notNowWhenSessionEnded(confirmNewEmail(parts)),
    removeEmail: removeEmail(parts),
    makeEmailPrimary: makeEmailPrimary(parts),
    changeLanguage: changeLanguage(parts),
    undoEmailChange: undoEmailChange(parts),
    passkeys: namedPasskeys(parts),
    passkeySignals: passkeySignals(parts),
    renamePasskey: renamePasskey(parts),
    removalOf: removalBy(parts),
    removeAuthenticator: notNowWhenSessionEnded(removeAuthenticator(parts)),
    sendPhoneCode: notNowWhenSessionEnded(sendPhoneCode(parts)),
    phoneCodeUnderWay: phoneCodeUnderWay(parts),
    verifyPhoneCode: notNowWhenSessionEnded(verifyPhoneCode(parts)),
    phoneCalls: deps.settings.phones.calls,
    startPhone: notNowWhenSessionEnded(startPhone(parts)),
    resendNewPhoneCode: notNowWhenSessionEnded(resendNewPhoneCode(parts)),
    newPhoneUnderWay: newPhoneUnderWay(parts),
    confirmPhone: notNowWhenSessionEnded(confirmPhone(parts)),
    signOut: signOut(parts),
    ...signedInDevices(parts),
    async removeExpired() {
      await sessions.removeExpired();
      await parts.confirmations.removeExpired(deps.clock.now());
      await parts.attempts.removeExpired();
      await parts.knownDevices.removeExpired();
      await parts.accounts.addresses.forgetRemoved();
      await parts.waysBeforeRecovery.removeExpired(deps.clock.now());
    },
  };
}
