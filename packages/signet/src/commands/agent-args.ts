import { parseOrUndefined } from './parse-or-undefined.ts';

/** What an agent asks for: a word, what it is about, and what beside it is said with options. */
export interface AgentArgs {
  readonly action: string | undefined;
  readonly of: string;
  readonly agent: string | undefined;
  readonly saw: string | undefined;
  readonly compared: boolean;
}

/** A pseudonym, for the audit log. */
const agentRef = /^[\w.-]{1,64}$/;

/** Undefined for a slip: an option that does not exist, one without its value, a word too many, no pseudonym. */
export function readAgentArgs(args: readonly string[]): AgentArgs | undefined {
  const parsed = parseOrUndefined(args, {
    allowPositionals: true,
    options: { agent: { type: 'string' }, saw: { type: 'string' }, compared: { type: 'boolean' } },
  });
  if (!parsed || parsed.positionals.length > 2) return undefined;
  const [action, of = ''] = parsed.positionals;
  const { agent, saw, compared = false } = parsed.values;
  if (agent !== undefined && !agentRef.test(agent)) return undefined;
  return { action, of, agent, saw, compared };
}
