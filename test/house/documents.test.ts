import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** What git keeps or is about to keep and is there, by the path from the root. */
const repositoryFiles = (): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => existsSync(path.join(root, file)));

describe('decisions', () => {
  const records = readdirSync(path.join(root, 'docs/decisions'))
    .filter((file) => /^\d/.test(file))
    .sort();

  it('are numbered without gaps', () => {
    expect(records.map((file) => Number(file.slice(0, 4)))).toEqual(records.map((_, at) => at + 1));
  });

  it.each(records)('%s has a status, a date and the three parts, and stands in the index', (file) => {
    const text = read(`docs/decisions/${file}`);
    const [, number, title] = /^# (\d+)\. (.+)$/m.exec(text) ?? [];
    expect(Number(number)).toBe(Number(file.slice(0, 4)));
    expect(text).toMatch(/^- Status: (accepted|replaced by decision \d+)/m);
    expect(text).toMatch(/^- Date: \d{4}-\d\d-\d\d$/m);
    expect(text.match(/^## .+$/gm)).toEqual(['## Context', '## Decision', '## Consequences']);
    expect(read('docs/decisions/README.md')).toContain(`| ${number} | [${title}](${file}) |`);
  });
});

describe('what a page points to is there', () => {
  const pages = repositoryFiles().filter((file) => file.endsWith('.md'));

  it.each(pages)('links of %s', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, to = '']) => to);
    expect(links.filter((to) => !existsSync(path.join(root, path.dirname(page), to)))).toEqual([]);
  });

  /** `may-bind.ts`, `web/routes/table.ts`, `lint/imports`; no package's name, no bare ending and nothing that is built. */
  const isNameOfFile = (name: string): boolean =>
    !/^[@.]|^dist\/|^main\.js$/.test(name) &&
    (/^[\w./-]+\.(tsx?|mjs|js|sql|json|md|css|yml)$/.test(name) ||
      /^[a-z][\w.-]*(\/[\w.-]+)+\/?$/.test(name));

  it.each(pages.filter((page) => page.startsWith('docs/decisions/')))('files that %s names', (page) => {
    const files = repositoryFiles();
    const names = [...read(page).matchAll(/`([^`\s]+)`/g)].map(([, name = '']) => name).filter(isNameOfFile);
    const isThere = (name: string) =>
      files.some((file) => `/${file}/`.includes(`/${name.replace(/\/$/, '')}/`));
    expect(names.filter((name) => !isThere(name))).toEqual([]);
  });

  it('every place that the contributor’s table names', () => {
    const rows = read('CONTRIBUTING.md')
      .split('\n')
      .filter((line) => /^\| (a|an|the|another) /i.test(line));
    const places = rows.flatMap((row) =>
      [...row.matchAll(/`([^`]+\/[^`]*)`/g)].map(([, place = '']) => place),
    );
    expect(rows.length).toBeGreaterThanOrEqual(10);
    expect(places.length).toBeGreaterThanOrEqual(rows.length);
    expect(places.filter((place) => !existsSync(path.join(root, place)))).toEqual([]);
  });
});
