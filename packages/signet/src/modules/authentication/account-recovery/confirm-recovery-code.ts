import { type Clock, err, ok, type Result } from '../../../kernel/index.ts';
import type { Account, Accounts } from '../../accounts/index.ts';
import {
  type ConfirmationStore,
  type ConfirmEmailError,
  type EmailLimits,
  emailCodeMatches,
  emailCodeTries,
} from '../email/index.ts';
import { type Presence, recoveryEmail, recoveryKeys, type Sessions } from '../session/index.ts';
import type { RecoverySteps } from './recovery-steps.ts';

export interface ConfirmNeeds {
  readonly accounts: Pick<Accounts, 'get'>;
  readonly clock: Clock;
  readonly confirmations: Pick<ConfirmationStore, 'remove' | 'takeTry'>;
  readonly emailLimits: Pick<EmailLimits, 'countGuess'>;
  readonly sessions: Pick<Sessions, 'begin'>;
}

/**
 * Whose mailbox the code came from. An address without an account has a code that nobody learns, and fails like a wrong
 * one. Somebody else was half signed in here: that session ends, so that nothing of theirs counts for this person.
 */
export const confirmRecoveryCode =
  (needs: ConfirmNeeds): RecoverySteps['confirm'] =>
  async (
    presence,
    { code, source },
  ): Promise<Result<{ readonly presence: Presence; readonly account: Account }, ConfirmEmailError>> => {
    const { accounts, clock, confirmations, sessions } = needs;
    const pending = recoveryEmail(presence.session);
    if (!pending || presence.session.aal >= 2) return err({ code: 'not-now' });
    const allowed = await needs.emailLimits.countGuess(pending.address, source);
    if (!allowed.allowed) return err(allowed.error);
    const taken = await confirmations.takeTry(pending.id, emailCodeTries, clock.now());
    if (taken && !emailCodeMatches(pending.codeSecret, code, taken.codeHash)) {
      return err({ code: 'wrong-code', attemptsLeft: emailCodeTries - taken.failures });
    }
    if (!taken || !(await confirmations.remove(pending.id))) return err({ code: 'code-expired' });
    await allowed.attempt.succeeded();
    const account = taken.person ? await accounts.get(taken.person) : undefined;
    if (account?.status !== 'active') return err({ code: 'code-expired' });
    const { person } = presence.session;
    if (!person || person === account.person) return ok({ presence, account });
    const own = { [recoveryKeys.email]: presence.session.pending[recoveryKeys.email] };
    return ok({ presence: await sessions.begin({ pending: own, previous: presence }), account });
  };
