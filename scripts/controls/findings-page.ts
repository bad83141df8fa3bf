/** Writes docs/findings.md: what was broken when the product was tried from outside, and the tests that play it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { titlesIn } from './cited-titles.ts';
import { root, testFiles } from './files.ts';

interface Finding {
  readonly id: string;
  readonly broke: string;
  readonly now: string;
}

export const findingsFile = join(root, 'docs/findings.md');

const head = `# Findings

Before its first release Signet was attacked, operated, integrated and used by people who had not built it. What broke was
mended with its kind, and stays mended by a test whose title names the finding (\`finding O1: …\`). Made by
\`npm run controls\` from \`docs/findings.json\` and those titles; a test fails when this page is not what they say. S is
security, O operation, F federation, H the house, D documents and faces, P what people meet, B browsers and assistive
technology, T the tax account, L words.

| | what was broken | now | shown by |
|---|---|---|---|
`;

const id = String.raw`(?:[A-Z]-?\d+|L)`;
const inTitle = new RegExp(String.raw`\bfinding (${id}(?:, ${id})*)\b`, 'g');

/** The findings that a title names: `finding O1, O2: …`, or `… (finding P8)`. */
export const findingsNamed = (title: string): string[] =>
  [...title.matchAll(inTitle)].flatMap(([, ids = '']) => ids.split(', '));

/** By finding, the files with tests that name it. */
async function filesByFinding(): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const file of await testFiles()) {
    const titles = titlesIn(await readFile(join(root, file), 'utf8'), file.endsWith('.tsx'));
    for (const one of new Set(titles.flatMap(findingsNamed)))
      found.set(one, [...(found.get(one) ?? []), file]);
  }
  return found;
}

/** The whole page. Throws when a title names a finding that is not listed, and when no title names one that is. */
export async function findingsPage(): Promise<string> {
  const findings: readonly Finding[] = JSON.parse(await readFile(join(root, 'docs/findings.json'), 'utf8'));
  const shown = await filesByFinding();
  const listed = new Set(findings.map((one) => one.id));
  const unknown = [...shown.keys()].filter((one) => !listed.has(one));
  if (unknown.length > 0) throw new Error(`not in docs/findings.json: ${unknown.join(', ')}`);
  const untested = [...listed].filter((one) => !shown.has(one));
  if (untested.length > 0) throw new Error(`no test names the finding: ${untested.join(', ')}`);
  const rows = findings.map(({ id: name, broke, now }) => {
    const files = (shown.get(name) ?? []).map((file) => `\`${file}\``).join('<br>');
    return `| ${name} | ${broke} | ${now} | ${files} |`;
  });
  return `${head}${rows.join('\n')}\n`;
}
