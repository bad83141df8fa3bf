import { readFileSync } from 'node:fs';
import path from 'node:path';
import { oldestBrowsers } from '../../../scripts/oldest-browsers.ts';

const lines = readFileSync(path.join(import.meta.dirname, 'features.tsv'), 'utf8').split('\n');
const since = lines.map((line) => /^# For browsers since: (.+)$/.exec(line)?.[1]).find(Boolean) ?? '';
/** Browsers that are older than the table knows: it does not say what they lack. */
export const olderThanTable = (): string[] =>
  Object.entries(oldestBrowsers).flatMap(([browser, oldest], at) =>
    oldest < Number(since.split(' ')[at]) ? [`${browser} ${oldest}`] : [],
  );

const table = new Map<string, readonly string[]>();
for (const line of lines) {
  if (line === '' || line.startsWith('#')) continue;
  const [feature = '', versions] = line.split('\t');
  table.set(feature, versions?.split(' ') ?? []);
}

/** Whether the table has this name at all. */
export const isKnown = (feature: string): boolean => table.has(feature);

/** Which of the browsers that the pages are made for lack it, with the version that would have it. */
export function missingIn(feature: string): string[] {
  const versions = table.get(feature) ?? [];
  return Object.entries(oldestBrowsers).flatMap(([browser, oldest], at) => {
    const since = versions[at] ?? '0';
    return since === '-' || Number(since) > oldest ? [`${browser} ${oldest} (${since})`] : [];
  });
}
