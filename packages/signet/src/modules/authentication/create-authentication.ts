import { Redacted } from '../../kernel/index.ts';
import { placesUnknown } from '../risk/index.ts';
import { addEmail, confirmNewEmail, resendNewEmailCode } from './add-email.ts';
import { countingAttempts } from './attempts.ts';
import type { Authentication } from './authentication.ts';
import { makeEmailPrimary, removeEmail } from './change-email.ts';
import { changeLanguage } from './change-language.ts';
import { confirmEmail, confirmEmailByLink } from './confirm-email.ts';
import { confirmPhone } from './confirm-phone.ts';
import { createRecovering } from './create-recovering.ts';
import { enrollPasskey, passkeyCreationOptions } from './enroll-passkey.ts';
import { confirmTotp, startTotp } from './enroll-totp.ts';
import { hashLane } from './hash-lane.ts';
import { issueRecoveryCodes } from './issue-recovery-codes.ts';
import { knowingDevices } from './known-devices.ts';
import { namedPasskeys, passkeySignals, renamePasskey } from './name-passkeys.ts';
import { decideNextStep } from './next-step.ts';
import { notNowWhenGone } from './not-now-when-gone.ts';
import { notingMoves } from './note-move.ts';
import type { Parts } from './parts.ts';
import { emailUnderWay, newAddressUnderWay } from './pending.ts';
import { seeingLines } from './phone-line.ts';
import { countingPhoneSends } from './phone-send-limits.ts';
import { newPhoneUnderWay, phoneCodeUnderWay } from './phones-under-way.ts';
import type { AuthenticationDeps } from './ports.ts';
import { postgresAttempts } from './postgres-attempts.ts';
import { postgresAuthenticators } from './postgres-authenticators.ts';
import { postgresChanges } from './postgres-changes.ts';
import { postgresConfirmations } from './postgres-confirmations.ts';
import { postgresEarlierWays } from './postgres-earlier-ways.ts';
import { postgresKnownDevices } from './postgres-known-devices.ts';
import { postgresPasskeys } from './postgres-passkeys.ts';
import { postgresPasswords } from './postgres-passwords.ts';
import { postgresPhones } from './postgres-phones.ts';
import { postgresRecoveryCodes } from './postgres-recovery-codes.ts';
import { postgresSessions } from './postgres-sessions.ts';
import { postgresTotp } from './postgres-totp.ts';
import { postgresUndoing } from './postgres-undoing.ts';
import { regaining } from './regain.ts';
import { removalBy, removeAuthenticator } from './remove-authenticator.ts';
import { sendPhoneCode } from './send-phone-code.ts';
import { sealingOrigins } from './session-origin.ts';
import { keepingSessions } from './sessions.ts';
import { setPassword } from './set-password.ts';
import { passkeyRequest, passkeyRequestOptions, signInWithPasskey } from './sign-in-with-passkey.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import { signOut } from './sign-out.ts';
import { signedInDevices } from './signed-in-devices.ts';
import { resendNewPhoneCode, startPhone } from './start-phone.ts';
import { resendEmailCode, startSignUp } from './start-sign-up.ts';
import { tellingOfAuthenticators } from './tell-of-authenticators.ts';
import { tellingOfMoves } from './tell-of-moves.ts';
import { countingTriedAccounts } from './tried-accounts.ts';
import { undoingBindings } from './undo-authenticators.ts';
import { undoEmailChange } from './undo-email-change.ts';
import { useRecoveryCode } from './use-recovery-code.ts';
import { verifyPhoneCode } from './verify-phone-code.ts';
import { verifyTotp } from './verify-totp.ts';
import { waysIn } from './ways-in.ts';

const defaults = { hashesAtOnce: 2, hashesWaiting: 64 } as const;

function partsOf(deps: AuthenticationDeps): Parts {
  const { db, clock, kms, settings, vault } = deps;
  const { hashesAtOnce = defaults.hashesAtOnce, hashesWaiting = defaults.hashesWaiting } = settings;
  const { placeOf = placesUnknown, transact } = deps;
  const tell = tellingOfAuthenticators(deps);
  const store = postgresSessions(db);
  const attempts = postgresAttempts(db);
  const tried = countingTriedAccounts(attempts, kms, clock);
  const origins = sealingOrigins(kms, placeOf);
  const noteMove = notingMoves({
    store,
    origins,
    placeOf,
    clock,
    transact,
    tell: tellingOfMoves(deps.audit, tell),
  });
  const passkeys = postgresPasskeys(db);
  const recoveryCodes = postgresRecoveryCodes(db);
  return {
    ...deps,
    regain: regaining(deps.regain, { passkeys, recoveryCodes }),
    placeOf,
    sessions: keepingSessions({ ...deps, store, origins, noteMove }),
    knownDevices: knowingDevices({ store: postgresKnownDevices(db), kms, placeOf, clock, tried }),
    tried,
    attempts: countingAttempts(attempts, kms, clock),
    lane: hashLane(hashesAtOnce, hashesWaiting),
    authenticators: postgresAuthenticators(db, kms, settings.phones.calls),
    changes: postgresChanges(),
    passwords: postgresPasswords(db),
    totp: postgresTotp(db),
    passkeys,
    recoveryCodes,
    phones: postgresPhones(db),
    earlierWays: postgresEarlierWays(db, vault),
    phoneSends: countingPhoneSends(postgresAttempts(db), kms, clock, settings.phones.perCountryAnHour),
    seeLine: seeingLines(deps.lines, clock),
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
    startSignUp: notNowWhenGone(startSignUp(parts)),
    resendEmailCode: notNowWhenGone(resendEmailCode(parts)),
    confirmEmail: notNowWhenGone(confirmEmail(parts)),
    confirmEmailByLink: confirmEmailByLink(parts),
    setPassword: notNowWhenGone(setPassword(parts)),
    signInWithPassword: signInWithPassword(parts),
    startTotp: notNowWhenGone(startTotp(parts)),
    confirmTotp: notNowWhenGone(confirmTotp(parts)),
    verifyTotp: notNowWhenGone(verifyTotp(parts)),
    passkeyCreationOptions: notNowWhenGone(passkeyCreationOptions(parts)),
    enrollPasskey: notNowWhenGone(enrollPasskey(parts)),
    passkeyRequest: passkeyRequest(parts),
    passkeyRequestOptions: passkeyRequestOptions(parts),
    signInWithPasskey: notNowWhenGone(signInWithPasskey(parts)),
    issueRecoveryCodes: notNowWhenGone(issueRecoveryCodes(parts)),
    useRecoveryCode: notNowWhenGone(useRecoveryCode(parts)),
    addEmail: notNowWhenGone(addEmail(parts)),
    resendNewEmailCode: notNowWhenGone(resendNewEmailCode(parts)),
    newEmailUnderWay({ session }) {
      const pending = newAddressUnderWay(session);
      return pending && new Redacted(pending.address);
    },
    confirmNewEmail: notNowWhenGone(confirmNewEmail(parts)),
    removeEmail: removeEmail(parts),
    makeEmailPrimary: makeEmailPrimary(parts),
    changeLanguage: changeLanguage(parts),
    undoEmailChange: undoEmailChange(parts),
    passkeys: namedPasskeys(parts),
    passkeySignals: passkeySignals(parts),
    renamePasskey: renamePasskey(parts),
    removalOf: removalBy(parts),
    removeAuthenticator: notNowWhenGone(removeAuthenticator(parts)),
    sendPhoneCode: notNowWhenGone(sendPhoneCode(parts)),
    phoneCodeUnderWay: phoneCodeUnderWay(parts),
    verifyPhoneCode: notNowWhenGone(verifyPhoneCode(parts)),
    phoneCalls: deps.settings.phones.calls,
    startPhone: notNowWhenGone(startPhone(parts)),
    resendNewPhoneCode: notNowWhenGone(resendNewPhoneCode(parts)),
    newPhoneUnderWay: newPhoneUnderWay(parts),
    confirmPhone: notNowWhenGone(confirmPhone(parts)),
    signOut: signOut(parts),
    ...signedInDevices(parts),
    async removeExpired() {
      await sessions.removeExpired();
      await parts.confirmations.removeExpired(deps.clock.now());
      await parts.attempts.removeExpired();
      await parts.knownDevices.removeExpired();
      await parts.accounts.addresses.forgetRemoved();
      await parts.earlierWays.removeExpired(deps.clock.now());
    },
  };
}
