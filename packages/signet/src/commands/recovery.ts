import type { AccountRecovery, OpenCase } from '../modules/authentication/index.ts';

const usage = `People who lost every way to sign in, until there is a desk.

  node main.js recovery list
  node main.js recovery approve RCV-XXXX-XXXX --agent REF --saw KIND:ISSUER
  node main.js recovery refuse  RCV-XXXX-XXXX --agent REF
  node main.js recovery suspended
  node main.js recovery lift ACCOUNT --agent REF

REF names the agent in the audit log: a pseudonym, never a name. --saw records what the agent inspected and compared with
the person's face, such as passport:united-states. After an approval every address of the account is told and can stop it;
only then the contact gets a link (SIGNET_RECOVERY_WAIT_HOURS). ACCOUNT is how the audit log names an account that somebody
locked with "this was not me" after an identity was verified.`;

const agentRef = /^[\w.-]{1,64}$/;

/** An agent's decision from the command line. Returns what to print; throws nothing for a slip in the arguments. */
export async function recoveryCommand(
  recovery: Pick<AccountRecovery, 'cases' | 'suspended' | 'liftSuspension'>,
  args: readonly string[],
): Promise<string> {
  const [action, of = '', flag, agent = '', sawFlag, saw] = args;
  if (action === 'list') return listed(await recovery.cases.list());
  if (action === 'suspended') return (await recovery.suspended()).join('\n') || 'No account is locked.';
  if (flag !== '--agent' || !agentRef.test(agent)) return usage;
  if (action === 'lift')
    return (await recovery.liftSuspension(of, agent)) ? `${of}: open again.` : `${of}: not locked.`;
  if ((action !== 'approve' && action !== 'refuse') || (sawFlag !== undefined && sawFlag !== '--saw'))
    return usage;
  const result = await recovery.cases.settle(of, action, { ref: agent, ...(saw && { saw }) });
  return result.ok ? `${of}: ${action === 'approve' ? 'approved' : 'refused'}.` : `${of}: ${result.error}.`;
}

function listed(cases: readonly OpenCase[]): string {
  if (cases.length === 0) return 'No case is waiting.';
  return cases
    .map(({ reference, state, account, openedAt, dueAt }) => {
      const due = dueAt ? `  until ${dueAt.toISOString().slice(0, 16)}Z` : '';
      const whose = account ? `account ${account}` : 'no account with that address';
      return `${reference}  ${state}  since ${openedAt.toISOString().slice(0, 16)}Z${due}  ${whose}`;
    })
    .join('\n');
}
