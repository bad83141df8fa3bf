import { type Proofing, type ReviewCase, type SeenEvidence, seenKinds } from '../modules/proofing/index.ts';
import { readAgentArgs } from './agent-args.ts';

const usage = `Cases that need a person, until there is a desk.

  node main.js review list
  node main.js review approve SGN-XXXX-XXXX --agent REF [--saw KIND:ISSUER]
  node main.js review refuse  SGN-XXXX-XXXX --agent REF

REF names the agent in the audit log: a pseudonym, never a name.
Someone without a phone account needs another piece of evidence. --saw records the one that the agent inspected and
compared with the person's face: ${seenKinds.join(', ')}, and who issued it, e.g. student-id:alder-college.`;

/** An agent's decision from the command line. Returns what to print; throws nothing for a slip in the arguments. */
export async function review(
  proofing: Pick<Proofing, 'openReviews' | 'settleReview'>,
  args: readonly string[],
): Promise<string> {
  const read = readAgentArgs(args);
  if (read?.action === 'list') return listed(await proofing.openReviews());
  if (!read?.agent || (read.action !== 'approve' && read.action !== 'refuse')) return usage;
  const { action, of: reference, agent } = read;
  const saw = read.saw === undefined ? undefined : seen(read.saw);
  if (read.saw !== undefined && (action !== 'approve' || !saw)) return usage;
  const result = await proofing.settleReview(reference, action, { ref: agent, ...(saw && { saw }) });
  return result.ok
    ? `${reference}: ${action === 'approve' ? 'approved' : 'refused'}.`
    : `${reference}: ${result.error}.`;
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
