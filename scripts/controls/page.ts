/**
 * Writes docs/controls.md: every rule of docs/rules.json beside the code and the tests that cite it. And docs/findings.md.
 *
 *   npm run controls             writes the pages
 *   npm run controls -- A17      says the titles of the tests that show a rule
 */
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { rulesInComments } from './cited-code.ts';
import { citedTitles } from './cited-titles.ts';
import { filesOf, root, testFiles } from './files.ts';
import { findingsFile, findingsPage } from './findings-page.ts';

interface Rule {
  readonly id: string;
  /** The text that it is from. */
  readonly source: string;
  readonly rule: string;
  /** True where this release does not aim at the whole of it. */
  readonly later?: true;
}

/** A place that cites a rule: a test file with the titles that do, or a folder of code. */
interface Citation {
  readonly rule: string;
  readonly place: string;
  readonly title?: string;
}

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

Which code keeps which rule, and which tests show it. Made by \`npm run controls\` from the rule ids in comments and in
test titles; a test fails when this page is not what they say. \`npm run controls -- A17\` says the titles. A test shows
what its title says and no more: this page is no assessment, and nobody outside the project has made one.

- **shown**: tests cite the rule. It may be wider than what they show.
- **in part**: tests cite it, and this release does not aim at the whole of it.
- **not met**: no test cites it.
- **not in this release**: no test cites it, and this release does not aim at it.
`;

async function testCitations(): Promise<Citation[]> {
  const files = await testFiles();
  const found = files.map(async (place) => {
    const titles = citedTitles(await readFile(join(root, place), 'utf8'), place.endsWith('.tsx'));
    return titles.flatMap(({ title, rules }) => rules.map((rule) => ({ rule, place, title })));
  });
  return (await Promise.all(found)).flat();
}

/** Folders and not files: a page that named every file would change with every commit. */
async function codeCitations(): Promise<Citation[]> {
  const files = await filesOf('{agencies,packages}/**/*.{ts,tsx,sql}');
  const code = files.filter((file) => !/\.test\.tsx?$|\.d\.ts$|\/dist\//.test(file));
  const found = code.map(async (file) => {
    const source = await readFile(join(root, file), 'utf8');
    return rulesInComments(source.replaceAll(/^\s*--/gm, ' //')).map((rule) => ({
      rule,
      place: dirname(file),
    }));
  });
  return (await Promise.all(found)).flat();
}

function standing(rule: Rule, tests: readonly string[]): string {
  if (tests.length > 0) return rule.later ? 'in part' : 'shown';
  return rule.later ? 'not in this release' : 'not met';
}

const placesOf = (citations: readonly Citation[], rule: Rule): string[] =>
  [...new Set(citations.filter((one) => one.rule === rule.id).map(({ place }) => place))].sort();

function section(rule: Rule, code: readonly string[], tests: readonly string[]): string {
  const list = (name: string, places: readonly string[]) =>
    places.length === 0 ? [] : [`${name}:`, '', ...places.map((place) => `- \`${place}\``), ''];
  return [
    `### ${rule.id}: ${standing(rule, tests)}`,
    '',
    `${rule.rule}. (${rule.source})`,
    '',
    ...list('Kept in', code),
    ...list('Shown by', tests),
  ].join('\n');
}

async function readRules(): Promise<readonly Rule[]> {
  return JSON.parse(await readFile(join(root, 'docs/rules.json'), 'utf8'));
}

/** The whole page, as it should be for code and tests as they are now. Throws when a title cites a rule that is not there. */
export async function controlsPage(): Promise<string> {
  const rules = await readRules();
  const [tests, code] = await Promise.all([testCitations(), codeCitations()]);
  const known = new Set(rules.map(({ id }) => id));
  const strangers = tests.filter(({ rule }) => !known.has(rule));
  if (strangers.length > 0)
    throw new Error(`no such rule: ${strangers.map(({ title }) => title).join('; ')}`);
  const rows = rules.map((rule) => ({ rule, code: placesOf(code, rule), tests: placesOf(tests, rule) }));
  const count = (words: string) => rows.filter(({ rule, tests }) => standing(rule, tests) === words).length;
  const summary = ['shown', 'in part', 'not met', 'not in this release'].map(
    (words) => `${words} ${count(words)}`,
  );
  const body = Object.entries(parts).flatMap(([letter, name]) => [
    `## ${name}\n`,
    ...rows
      .filter(({ rule }) => rule.id.startsWith(letter))
      .map(({ rule, code, tests }) => section(rule, code, tests)),
  ]);
  return [head, `Of ${rules.length} rules: ${summary.join(', ')}.\n`, ...body].join('\n');
}

/** The titles of the tests that show a rule, by file. */
async function titlesOf(rule: string): Promise<string> {
  const shown = (await testCitations()).filter((one) => one.rule === rule);
  return shown.map(({ place, title }) => `${place}\n  ${title}`).join('\n') || `no test cites ${rule}`;
}

if (import.meta.main) {
  const [rule] = process.argv.slice(2);
  if (rule) console.log(await titlesOf(rule));
  else {
    await writeFile(controlsFile, await controlsPage());
    await writeFile(findingsFile, await findingsPage());
  }
}
