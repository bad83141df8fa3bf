/**
 * Writes docs/controls.md: every rule of docs/rules.json beside the tests whose titles cite it.
 *
 *   npm run controls
 */
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CitedTitle, citedTitles } from './cited-titles.ts';

interface Rule {
  readonly id: string;
  /** The text that it is from. */
  readonly source: string;
  readonly rule: string;
  /** True where this release does not aim at the whole of it. */
  readonly later?: true;
}

interface Showing extends CitedTitle {
  readonly file: string;
}

const root = join(import.meta.dirname, '..');
export const controlsFile = join(root, 'docs/controls.md');

const parts: Readonly<Record<string, string>> = {
  A: 'Proofing (SP 800-63A-4)',
  B: 'Authentication (SP 800-63B-4)',
  C: 'Federation (SP 800-63C-4)',
  P: 'Protocols',
  D: 'Documents and numbers',
  T: 'The tax account',
};

const head = `# Controls

Which rule is shown by which tests. Made by \`npm run controls\` from the rule ids in test titles; a test fails when
this page is not what the tests say. A test shows what its title says and no more: this page is no assessment, and
nobody outside the project has made one.

- **shown**: tests cite the rule. It may be wider than what they show.
- **in part**: tests cite it, and this release does not aim at the whole of it.
- **not met**: no test cites it.
- **not in this release**: no test cites it, and this release does not aim at it.
`;

async function showings(): Promise<Showing[]> {
  const files: string[] = [];
  const pattern = '{agencies,packages,sandbox,test,bench,scripts}/**/*.test.{ts,tsx}';
  for await (const file of glob(pattern, { cwd: root })) files.push(file);
  const found = await Promise.all(
    files.sort().map(async (file) => {
      const titles = citedTitles(await readFile(join(root, file), 'utf8'), file.endsWith('.tsx'));
      return titles.map((title) => ({ ...title, file }));
    }),
  );
  return found.flat();
}

function standing(rule: Rule, shownBy: readonly Showing[]): string {
  if (shownBy.length > 0) return rule.later ? 'in part' : 'shown';
  return rule.later ? 'not in this release' : 'not met';
}

function section(rule: Rule, shownBy: readonly Showing[]): string {
  const tests = shownBy.map(({ title, file }) => `- ${escaped(title)} — \`${file}\``);
  return [
    `### ${rule.id}: ${standing(rule, shownBy)}`,
    '',
    `${rule.rule}. (${rule.source})`,
    '',
    ...tests,
    '',
  ].join('\n');
}

const escaped = (title: string): string => title.replaceAll(/[<>*_`|$]/g, (sign) => `\\${sign}`);

/** The whole page, as it should be for the tests as they are now. Throws when a title cites a rule that is not there. */
export async function controlsPage(): Promise<string> {
  const rules: Rule[] = JSON.parse(await readFile(join(root, 'docs/rules.json'), 'utf8'));
  const all = await showings();
  const known = new Set(rules.map(({ id }) => id));
  const strangers = all.filter(({ rules: cited }) => cited.some((id) => !known.has(id)));
  if (strangers.length > 0)
    throw new Error(`no such rule: ${strangers.map(({ title }) => title).join('; ')}`);
  const rows = rules.map((rule) => ({
    rule,
    shownBy: all.filter(({ rules: cited }) => cited.includes(rule.id)),
  }));
  const count = (words: string) =>
    rows.filter(({ rule, shownBy }) => standing(rule, shownBy) === words).length;
  const summary = ['shown', 'in part', 'not met', 'not in this release'].map(
    (words) => `${words} ${count(words)}`,
  );
  const body = Object.entries(parts).flatMap(([letter, name]) => [
    `## ${name}\n`,
    ...rows
      .filter(({ rule }) => rule.id.startsWith(letter))
      .map(({ rule, shownBy }) => section(rule, shownBy)),
  ]);
  return [head, `Of ${rules.length} rules: ${summary.join(', ')}.\n`, ...body].join('\n');
}

if (import.meta.main) await writeFile(controlsFile, await controlsPage());
