import { readFile } from 'node:fs/promises';
import {
  type DryRun,
  dryRun,
  fraudPolicy,
  policySchema,
  postgresSignals,
} from '../modules/proofing/index.ts';
import { type Action, type Command, CommandFailure } from './command.ts';

export const fraud: Command = {
  usage: `The policy by which a case is sent to a trained person because others used the same things. It never refuses anybody.

  node main.js fraud policy                     the policy in force, as JSON: times in milliseconds
  node main.js fraud dry-run FILE.json          what that policy would have done, beside the one in force

The dry run weighs what is kept of the last 90 days. It changes nothing, and tells counts of accounts alone.`,
  read([action, ...args]) {
    if (action === 'policy' && args.length === 0)
      return async () => JSON.stringify(fraudPolicy, undefined, 2);
    const [file] = args;
    return action === 'dry-run' && file !== undefined && args.length === 1 ? runDry(file) : undefined;
  },
};

const runDry =
  (file: string): Action =>
  async ({ resources }) => {
    const other = await policyIn(file);
    const { pool, kms } = await resources();
    return asText(await dryRun(postgresSignals(pool.db, kms), fraudPolicy, other, new Date()));
  };

async function policyIn(file: string) {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw unreadable(`${file} cannot be read`, cause);
  });
  const parsed = policySchema.safeParse(parsedJson(file, text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw unreadable(`${file} is not a policy: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

function parsedJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unreadable(`${file} is not JSON`, cause);
  }
}

const unreadable = (message: string, cause?: unknown): CommandFailure =>
  new CommandFailure(2, 'policy-unreadable', { message, cause });

export const asText = ({ accounts, byBoth, byNowOnly, byOtherOnly }: DryRun): string =>
  [
    `Of ${accounts} accounts, sent to a person`,
    `  by both policies:              ${byBoth}`,
    `  by the one in force alone:     ${byNowOnly}`,
    `  by the one in the file alone:  ${byOtherOnly}`,
  ].join('\n');
