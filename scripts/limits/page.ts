/** Writes docs/limits.md from the rows that stand in each room's `limits.ts`: `npm run limits`. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LimitRow } from '../../packages/signet/src/kernel/index.ts';
import { filesOf, root } from '../controls/files.ts';
import { boundsInWords } from './bounds.ts';

interface NamedLimit extends LimitRow {
  readonly name: string;
  /** The file that declares it, from the root. */
  readonly file: string;
}

export const limitsFile = join(root, 'docs/limits.md');

const head = `# Limits

Everything that people use up together, and what that lets a stranger do to somebody else. Made by \`npm run limits\` from
the rows in each room's \`limits.ts\`; a test fails when this page is not what they say. Whatever counts takes a declared
row only, so that no limit is left out. Each row is played by a test that names it, with the stranger at the limit and the
owner getting through; where one is not, a test fails. An *own browser* is one that the account signed in with before. A
*network* is an IPv4 address or, where nothing else is said, an IPv6 /64.
`;

const isLimit = (value: unknown): value is NamedLimit =>
  typeof value === 'object' && value !== null && 'most' in value && 'name' in value && 'stranger' in value;

function limitsIn(value: unknown): NamedLimit[] {
  if (isLimit(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(limitsIn) : [];
}

export async function declaredLimits(): Promise<NamedLimit[]> {
  const all: NamedLimit[] = [];
  for (const file of await filesOf('packages/signet/src/**/limits.ts')) {
    const declared = (await import(join(root, file))) as Record<string, unknown>;
    all.push(...limitsIn({ ...declared }).map((limit) => ({ ...limit, file })));
  }
  return all;
}

/** The names in the titles of tests: `limit hash.waiting, email-sent.subject: …`, or `limit *.own` for all such rows. */
export async function shownLimits(): Promise<readonly string[]> {
  const named: string[] = [];
  for (const file of await filesOf('{packages,test}/**/*.test.ts')) {
    const text = await readFile(join(root, file), 'utf8');
    for (const [, names = ''] of text.matchAll(/\blimit ((?:[a-z*-]+\.[a-z-]+)(?:, [a-z*-]+\.[a-z-]+)*)/g))
      named.push(...names.split(', '));
  }
  return named;
}

export const isShown = (name: string, shown: readonly string[]): boolean =>
  shown.some((one) => one === name || (one.startsWith('*') && name.endsWith(one.slice(1))));

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

function timeOf(milliseconds: number): string {
  const [unit, length] = units.find(([, each]) => milliseconds % each === 0) ?? ['second', 1000];
  const count = milliseconds / length;
  return count === 1 ? `a ${unit}`.replace('a hour', 'an hour') : `in ${count} ${unit}s`;
}

const howMany = ({ most, within, setting }: LimitRow): string =>
  `${most}${within ? ` ${timeOf(within)}` : ''}${setting ? ` (${setting})` : ''}`;

const titles =
  '| limit | what is counted | by | how many | what a stranger can do | what the owner still can |';

export async function limitsPage(): Promise<string> {
  const limits = await declaredLimits();
  const rowOf = (limit: NamedLimit): string =>
    [limit.name, limit.counts, limit.by, howMany(limit), limit.stranger, limit.owner].join(' | ');
  const parts = [...new Set(limits.map(({ file }) => file))].map((file) => {
    const rows = limits
      .filter((limit) => limit.file === file)
      .map((limit) => `| ${rowOf(limit)} |`)
      .sort();
    return `## \`${file}\`\n\n${titles}\n|---|---|---|---|---|---|\n${rows.join('\n')}\n`;
  });
  return [head, ...parts, boundsInWords()].join('\n');
}

if (import.meta.main) await writeFile(limitsFile, await limitsPage());
