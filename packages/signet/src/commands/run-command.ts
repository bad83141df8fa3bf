import type { ListedCommand, Openings, Outcome } from './command.ts';

/** Exit statuses, the same for every command: 0 it was done or help was asked for, 1 it failed, 2 it was written wrong. */
const misuse = 2;

type Commands = Readonly<Record<string, ListedCommand>>;

/** What is printed, and whether as the answer or, on standard error, as a complaint. */
export interface Said extends Outcome {
  readonly complaint: boolean;
}

/** One command by its name and arguments. Help and usage open nothing. */
export async function runCommand(
  commands: Commands,
  [name = '', ...args]: readonly string[],
  openings: Openings,
): Promise<Said> {
  if (isHelp(name)) return help(commands, args[0]);
  const found = find(commands, name);
  if (!found) return complain(unknown(commands, name));
  const command = await found.load();
  if (args.some(isHelp)) return answer(command.usage);
  const action = command.read(args);
  if (!action) return complain(command.usage);
  const outcome = await action(openings);
  return typeof outcome === 'string' ? answer(outcome) : { ...outcome, complaint: false };
}

const isHelp = (word: string): boolean => ['help', '--help', '-h'].includes(word);

const find = (commands: Commands, name: string): ListedCommand | undefined =>
  Object.hasOwn(commands, name) ? commands[name] : undefined;

async function help(commands: Commands, about: string | undefined): Promise<Said> {
  if (about === undefined || isHelp(about)) return answer(listOf(commands));
  const command = find(commands, about);
  return command ? answer((await command.load()).usage) : complain(unknown(commands, about));
}

const answer = (text: string): Said => ({ text, status: 0, complaint: false });
const complain = (text: string): Said => ({ text, status: misuse, complaint: true });

const unknown = (commands: Commands, name: string): string =>
  `There is no command "${name}"; there are ${Object.keys(commands).join(', ')}. "node main.js --help" says what each does.`;

const listOf = (commands: Commands): string => `Signet, an identity service.

  node main.js              starts what SIGNET_ROLE says: the server, a worker, or both
${Object.entries(commands)
  .map(([name, { summary }]) => `  ${`node main.js ${name}`.padEnd(24)}  ${summary}`)
  .join('\n')}

"node main.js COMMAND --help" says how a command is written. Settings are environment variables: see docs/operators.md.
A command ends with 0 when it was done, 1 when it failed and 2 when it was written wrong.`;
