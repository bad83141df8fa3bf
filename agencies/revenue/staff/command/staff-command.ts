import { CommandRefused } from '../../config/department-database.ts';
import type { Members } from '../members.ts';

export const staffUsage = `Agents of the Department of Revenue, whose staff is its own matter.

  npm run staff -- invite
  npm run staff -- end agent-NNNNNNNN

invite shows a code that makes one person staff. They sign in with a passkey at the department's page /staff/enroll and type
it there. end takes effect at the agent's next request; what they looked at stays on record. A code that nobody used yet is
taken back by the same command.
It works on the sandbox that runs in SIGNET_DATA_DIR, or on the department whose database REVENUE_DATABASE_URL names.`;

type Act = (members: Pick<Members, 'invite' | 'end'>) => Promise<string>;

/** An operator's act from the command line; undefined for a slip. What it returns is printed. */
export function readStaffArgs(args: readonly string[]): Act | undefined {
  const [action, pseudonym = '', more] = args;
  if (action === 'invite' && args.length === 1) return invited;
  if (action !== 'end' || !/^agent-\d{8}$/.test(pseudonym) || more !== undefined) return undefined;
  return (members) => end(members, pseudonym);
}

const ends = { ended: 'no longer staff', 'taken-back': 'invitation taken back' } as const;

async function end(members: Pick<Members, 'end'>, pseudonym: string): Promise<string> {
  const how = await members.end(pseudonym);
  if (!how) throw new CommandRefused(`${pseudonym}: not staff.`);
  return `${pseudonym}: ${ends[how]}.`;
}

async function invited(members: Pick<Members, 'invite'>): Promise<string> {
  const { code, pseudonym, endsAt } = await members.invite();
  const until = `${endsAt.toISOString().slice(0, 16)}Z`;
  return `${code}

Makes one person staff, once, until ${until}. It is shown only now: give it to that person and nobody else.
They type it at /staff/enroll. People whose files they open see them as ${pseudonym}.`;
}
