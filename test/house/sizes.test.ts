import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');
const mostLines = 300;
const mostSources = 20;

/** What git keeps or is about to keep, by the path from the root. */
function files(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  return listed.split('\n').filter((file) => /\.(ts|tsx|mjs|js|css)$/.test(file));
}

const isSource = (file: string): boolean => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file);

const linesOf = (text: string): number => text.split('\n').length - 1;

/** Folders with more sources in them than a newcomer takes in at a glance, and how many they have. */
function crowded(all: readonly string[]): string[] {
  const counts = Map.groupBy(all.filter(isSource), (file) => path.dirname(file));
  return [...counts]
    .filter(([, { length }]) => length > mostSources)
    .map(([folder, { length }]) => `${folder}: ${length} sources`);
}

describe('the house keeps its measure', () => {
  it(`no file is longer than ${mostLines} lines, tests and styles too`, () => {
    const long = files().flatMap((file) => {
      const lines = linesOf(readFileSync(path.join(root, file), 'utf8'));
      return lines > mostLines ? [`${file}: ${lines} lines`] : [];
    });
    expect(long).toEqual([]);
  });

  it(`no folder has more than ${mostSources} source files`, () => {
    expect(crowded(files())).toEqual([]);
  });

  it('a folder one file too full is named', () => {
    const full = Array.from({ length: mostSources + 1 }, (_, n) => `room/file-${n}.ts`);
    expect(crowded([...full, 'room/one.test.ts', 'other/one.ts'])).toEqual(['room: 21 sources']);
  });
});
