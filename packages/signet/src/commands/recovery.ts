import type { AccountRecovery, OpenCase } from '../modules/authentication/index.ts';
import { readAgentArgs } from './agent-args.ts';

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

/** An agent's decision from the command line. Returns what to print; throws nothing for a slip in the arguments. */
export async function recoveryCommand(
  recovery: Pick<AccountRecovery, 'suspended' | 'liftSuspension'> & {
    readonly cases: Pick<AccountRecovery['cases'], 'list' | 'settle'>;
  },
  args: readonly string[],
): Promise<string> {
  const read = readAgentArgs(args);
  if (read?.action === 'list') return listed(await recovery.cases.list());
  if (read?.action === 'suspended') return (await recovery.suspended()).join('\n') || 'No account is locked.';
  if (!read?.agent || (read.saw !== undefined && read.action !== 'approve')) return usage;
  const { action, of, agent, saw } = read;
  if (action === 'lift')
    return (await recovery.liftSuspension(of, agent)) ? `${of}: open again.` : `${of}: not locked.`;
  if (action !== 'approve' && action !== 'refuse') return usage;
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
