import type { AccountRecovery, OpenCase } from '../modules/authentication/index.ts';
import { readAgentArgs } from './agent-args.ts';
import { type Command, CommandFailure } from './command.ts';

export const recovery: Command = {
  usage: `People who lost every way to sign in, until there is a desk.

  node main.js recovery list
  node main.js recovery approve RCV-XXXX-XXXX --agent REF --saw KIND:ISSUER
  node main.js recovery refuse  RCV-XXXX-XXXX --agent REF
  node main.js recovery suspended
  node main.js recovery lift ACCOUNT --agent REF

REF names the agent in the audit log: a pseudonym, never a name. --saw records what the agent inspected and compared with
the person's face, such as passport:united-states. After an approval every address of the account is told and can stop it;
only then the contact gets a link (SIGNET_RECOVERY_WAIT_HOURS). ACCOUNT is how the audit log names an account that somebody
locked with "this was not me" after an identity was verified.`,
  read(args) {
    const act = readRecoveryArgs(args);
    return act && (async ({ signet }) => act((await signet()).recovery));
  },
};

type Recovery = Pick<AccountRecovery, 'suspended' | 'liftSuspension'> & {
  readonly cases: Pick<AccountRecovery['cases'], 'list' | 'settle'>;
};

/** An agent's decision from the command line; undefined for a slip. What it returns is printed. */
export function readRecoveryArgs(
  args: readonly string[],
): ((recovery: Recovery) => Promise<string>) | undefined {
  const read = readAgentArgs(args);
  if (!read || read.compared) return undefined;
  const { action, of, agent, saw } = read;
  if (action === 'list' || action === 'suspended') {
    if (of || agent || saw) return undefined;
    return action === 'list' ? listCases : listSuspended;
  }
  if (!of || !agent || (saw !== undefined && action !== 'approve')) return undefined;
  if (action === 'lift') return (recovery) => lift(recovery, of, agent);
  if (action !== 'approve' && action !== 'refuse') return undefined;
  return async ({ cases }) => {
    const result = await cases.settle(of, action, { ref: agent, ...(saw && { saw }) });
    if (!result.ok) throw notDone(of, result.error);
    return `${of}: ${action === 'approve' ? 'approved' : 'refused'}.`;
  };
}

const listCases = async ({ cases }: Recovery): Promise<string> => listed(await cases.list());

const listSuspended = async (recovery: Recovery): Promise<string> =>
  (await recovery.suspended()).join('\n') || 'No account is locked.';

async function lift(recovery: Recovery, account: string, agent: string): Promise<string> {
  if (await recovery.liftSuspension(account, agent)) return `${account}: open again.`;
  throw notDone(account, 'not locked');
}

const notDone = (of: string, why: string): CommandFailure =>
  new CommandFailure(1, 'not-done', { message: `${of}: ${why}` });

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
