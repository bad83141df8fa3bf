import type { Members } from '../members.ts';

const usage = `Agents of the Department of Revenue, whose staff is its own matter.

  npm run staff -- invite
  npm run staff -- end agent-NNNNNNNN

invite shows a code that makes one person staff. They sign in with a passkey at the department's page /staff/enroll and type
it there. end takes effect at the agent's next request; what they looked at stays on record. A code that nobody used yet is
taken back by the same command.
It works on the sandbox that runs in SIGNET_DATA_DIR, or on the department whose database REVENUE_DATABASE_URL names.`;

/** An operator's act from the command line. Returns what to print; throws nothing for a slip in the arguments. */
export async function staffCommand(
  members: Pick<Members, 'invite' | 'end'>,
  args: readonly string[],
): Promise<string> {
  const [action, pseudonym = '', more] = args;
  if (action === 'invite' && args.length === 1) return invited(members);
  if (action !== 'end' || !/^agent-\d{8}$/.test(pseudonym) || more !== undefined) return usage;
  return `${pseudonym}: ${ends[(await members.end(pseudonym)) ?? 'nobody']}.`;
}

const ends = {
  ended: 'no longer staff',
  'taken-back': 'invitation taken back',
  nobody: 'not staff',
} as const;

async function invited(members: Pick<Members, 'invite'>): Promise<string> {
  const { code, pseudonym, endsAt } = await members.invite();
  const until = `${endsAt.toISOString().slice(0, 16)}Z`;
  return `${code}

Makes one person staff, once, until ${until}. It is shown only now: give it to that person and nobody else.
They type it at /staff/enroll. People whose files they open see them as ${pseudonym}.`;
}
