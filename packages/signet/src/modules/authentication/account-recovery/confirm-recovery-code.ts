import { err, ok, type PersonId, type Result } from '../../../kernel/index.ts';
import type { Account, Accounts } from '../../accounts/index.ts';
import type { ConfirmEmailError, EmailedCodes, EmailLinkError } from '../email/index.ts';
import { type NotNow, type Presence, recoveryEmail, recoveryKeys, type Sessions } from '../session/index.ts';
import type { RecoverySteps } from './recovery-steps.ts';

interface Confirmed {
  readonly presence: Presence;
  readonly account: Account;
}

export interface ConfirmNeeds {
  readonly accounts: Pick<Accounts, 'get'>;
  readonly emailedCodes: Pick<EmailedCodes, 'judge' | 'openLink'>;
  readonly sessions: Pick<Sessions, 'begin'>;
}

/**
 * Finds the account whose mailbox the code came from. An address without an account has a code that nobody learns, and fails like a wrong
 * one. Somebody else was half signed in here: that session ends, so that nothing of theirs counts for this person.
 */
export const confirmRecoveryCode =
  (needs: ConfirmNeeds): RecoverySteps['confirm'] =>
  async (presence, typed): Promise<Result<Confirmed, ConfirmEmailError>> => {
    const { emailedCodes } = needs;
    const pending = recoveryEmail(presence.session);
    if (!pending || presence.session.aal >= 2) return err({ code: 'not-now' });
    const judged = await emailedCodes.judge(pending, typed);
    if (!judged.ok) return judged;
    const right = judged.value;
    if (!(await right.useUp())) return err({ code: 'code-expired' });
    await right.succeeded();
    return (await confirmedFor(needs, presence, right.person)) ?? err({ code: 'code-expired' });
  };

/** The same for the link in that mail: the browser that opened it goes on, and the one that asked for it does not. */
export const confirmRecoveryLink =
  (needs: ConfirmNeeds): RecoverySteps['confirmByLink'] =>
  async (presence, { token }): Promise<Result<Confirmed, EmailLinkError | NotNow>> => {
    if (presence.session.aal >= 2) return err({ code: 'not-now' });
    const opened = await needs.emailedCodes.openLink('recovery-link', token);
    return (await confirmedFor(needs, presence, opened?.person ?? null)) ?? err({ code: 'link-expired' });
  };

async function confirmedFor(
  { accounts, sessions }: ConfirmNeeds,
  presence: Presence,
  of: PersonId | null,
): Promise<Result<Confirmed, never> | undefined> {
  const account = of ? await accounts.get(of) : undefined;
  if (account?.status !== 'active') return undefined;
  const { person } = presence.session;
  if (!person || person === account.person) return ok({ presence, account });
  const own = { [recoveryKeys.email]: presence.session.pending[recoveryKeys.email] };
  return ok({ presence: await sessions.begin({ pending: own, previous: presence }), account });
}
