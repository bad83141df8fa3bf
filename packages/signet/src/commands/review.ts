import { type Proofing, type ReviewCase, type SeenEvidence, seenKinds } from '../modules/proofing/index.ts';
import { readAgentArgs } from './agent-args.ts';
import { type Command, CommandFailure } from './command.ts';

export const review: Command = {
  usage: `Cases that need a person, until there is a desk.

  node main.js review list
  node main.js review approve SGN-XXXX-XXXX --agent REF [--saw KIND:ISSUER] [--compared]
  node main.js review refuse  SGN-XXXX-XXXX --agent REF

REF names the agent in the audit log: a pseudonym, never a name.
Someone without a phone account needs another piece of evidence. --saw records the one that the agent inspected and
compared with the person's face: ${seenKinds.join(', ')}, and who issued it, e.g. student-id:alder-college.
Someone who wanted no face check has sent no picture of their face. --compared says that the agent had the person before them and
compared them with the document.`,
  read(args) {
    const act = readReviewArgs(args);
    return act && (async ({ signet }) => act((await signet()).proofing));
  },
};

type Reviews = Pick<Proofing, 'openReviews' | 'settleReview'>;

/** An agent's decision from the command line; undefined for a slip. What it returns is printed. */
export function readReviewArgs(
  args: readonly string[],
): ((proofing: Reviews) => Promise<string>) | undefined {
  const read = readAgentArgs(args);
  if (!read) return undefined;
  const { action, of, agent } = read;
  if (action === 'list')
    return of || agent || read.saw || read.compared
      ? undefined
      : async (proofing) => listed(await proofing.openReviews());
  if (!of || !agent || (action !== 'approve' && action !== 'refuse')) return undefined;
  const saw = read.saw === undefined ? undefined : seen(read.saw);
  if (read.saw !== undefined && (action !== 'approve' || !saw)) return undefined;
  if (read.compared && action !== 'approve') return undefined;
  const by = { ref: agent, ...(saw && { saw }), ...(read.compared && { compared: true as const }) };
  return async (proofing) => {
    const result = await proofing.settleReview(of, action, by);
    if (!result.ok) throw new CommandFailure(1, 'not-settled', { message: `${of}: ${result.error}` });
    return `${of}: ${action === 'approve' ? 'approved' : 'refused'}.`;
  };
}

function seen(text: string): SeenEvidence | undefined {
  const [kindText, issuer = ''] = text.split(':');
  const kind = seenKinds.find((one) => one === kindText);
  return kind && /^[a-z0-9][a-z0-9-]{0,39}$/.test(issuer) ? { kind, issuer } : undefined;
}

function listed(cases: readonly ReviewCase[]): string {
  if (cases.length === 0) return 'No case is waiting.';
  return cases
    .map(({ reference, reasons, openedAt, deleteAt, recovers }) => {
      const until = `evidence until ${deleteAt.toISOString().slice(0, 10)}`;
      return `${reference}  since ${openedAt.toISOString().slice(0, 16)}Z  ${until}  ${reasons.join(', ')}${recovers ? '  (to get an account back)' : ''}`;
    })
    .join('\n');
}
