import { err, ok, type Result } from '../../../kernel/index.ts';
import type { Account, Accounts } from '../../accounts/index.ts';
import type { ConfirmEmailError, MailedCodes } from '../email/index.ts';
import { type Presence, recoveryEmail, recoveryKeys, type Sessions } from '../session/index.ts';
import type { RecoverySteps } from './recovery-steps.ts';

export interface ConfirmNeeds {
  readonly accounts: Pick<Accounts, 'get'>;
  readonly mailedCodes: Pick<MailedCodes, 'judge'>;
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
    typed,
  ): Promise<Result<{ readonly presence: Presence; readonly account: Account }, ConfirmEmailError>> => {
    const { accounts, mailedCodes, sessions } = needs;
    const pending = recoveryEmail(presence.session);
    if (!pending || presence.session.aal >= 2) return err({ code: 'not-now' });
    const judged = await mailedCodes.judge(pending, typed);
    if (!judged.ok) return judged;
    const right = judged.value;
    if (!(await right.useUp())) return err({ code: 'code-expired' });
    await right.succeeded();
    const account = right.person ? await accounts.get(right.person) : undefined;
    if (account?.status !== 'active') return err({ code: 'code-expired' });
    const { person } = presence.session;
    if (!person || person === account.person) return ok({ presence, account });
    const own = { [recoveryKeys.email]: presence.session.pending[recoveryKeys.email] };
    return ok({ presence: await sessions.begin({ pending: own, previous: presence }), account });
  };
