import { Redacted } from '../../kernel/index.ts';
import { countingAttempts } from './attempts.ts';
import type { Authentication } from './authentication.ts';
import { confirmEmail, confirmEmailByLink } from './confirm-email.ts';
import { enrollPasskey, passkeyCreationOptions } from './enroll-passkey.ts';
import { confirmTotp, startTotp } from './enroll-totp.ts';
import { hashLane } from './hash-lane.ts';
import { issueRecoveryCodes } from './issue-recovery-codes.ts';
import { decideNextStep } from './next-step.ts';
import { notNowWhenGone } from './not-now-when-gone.ts';
import type { Parts } from './parts.ts';
import { emailUnderWay } from './pending.ts';
import type { AuthenticationDeps } from './ports.ts';
import { postgresAttempts } from './postgres-attempts.ts';
import { postgresAuthenticators } from './postgres-authenticators.ts';
import { postgresConfirmations } from './postgres-confirmations.ts';
import { postgresPasskeys } from './postgres-passkeys.ts';
import { postgresPasswords } from './postgres-passwords.ts';
import { postgresRecoveryCodes } from './postgres-recovery-codes.ts';
import { postgresSessions } from './postgres-sessions.ts';
import { postgresTotp } from './postgres-totp.ts';
import { keepingSessions } from './sessions.ts';
import { setPassword } from './set-password.ts';
import { passkeyRequestOptions, signInWithPasskey } from './sign-in-with-passkey.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import { signOut } from './sign-out.ts';
import { resendEmailCode, startSignUp } from './start-sign-up.ts';
import { tellingOfAuthenticators } from './tell-of-authenticators.ts';
import { useRecoveryCode } from './use-recovery-code.ts';
import { verifyTotp } from './verify-totp.ts';
import { waysIn } from './ways-in.ts';

const defaults = { hashesAtOnce: 2, hashesWaiting: 64 } as const;

function partsOf(deps: AuthenticationDeps): Parts {
  const { db, clock, kms, settings, vault } = deps;
  const { hashesAtOnce = defaults.hashesAtOnce, hashesWaiting = defaults.hashesWaiting } = settings;
  return {
    ...deps,
    sessions: keepingSessions({ store: postgresSessions(db), vault, clock }),
    attempts: countingAttempts(postgresAttempts(db), kms, clock),
    lane: hashLane(hashesAtOnce, hashesWaiting),
    authenticators: postgresAuthenticators(db),
    passwords: postgresPasswords(db),
    totp: postgresTotp(db),
    passkeys: postgresPasskeys(db),
    recoveryCodes: postgresRecoveryCodes(db),
    confirmations: postgresConfirmations(db),
    waysIn: waysIn(vault, deps.escrow),
    tell: tellingOfAuthenticators(deps),
  };
}

/** Puts the module together. Everything it needs comes in; nothing is read from the environment. */
export function createAuthentication(deps: AuthenticationDeps): Authentication {
  const parts = partsOf(deps);
  const { sessions, authenticators } = parts;
  return {
    sessions,
    authenticators,
    async nextStep({ session }) {
      return decideNextStep(session, session.person && (await authenticators(session.person)));
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
    passkeyRequestOptions: passkeyRequestOptions(parts),
    signInWithPasskey: notNowWhenGone(signInWithPasskey(parts)),
    issueRecoveryCodes: notNowWhenGone(issueRecoveryCodes(parts)),
    useRecoveryCode: notNowWhenGone(useRecoveryCode(parts)),
    signOut: signOut(parts),
    async removeExpired() {
      await sessions.removeExpired();
      await parts.confirmations.removeExpired(deps.clock.now());
      await parts.attempts.removeExpired();
    },
  };
}
