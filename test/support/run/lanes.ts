import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { UserWorkspaceConfig } from 'vitest/config';

/** Every test, relative to `root`. */
export const everyTest = (root: string): string[] =>
  globSync('{agencies,packages,sandbox,test,bench,scripts}/**/*.test.{ts,tsx}', {
    cwd: root,
    exclude: (name) => name.includes('node_modules'),
  });

/** Leads to the source of what is built for others: see the `exports` of packages/relying-party. */
const conditions = ['signet-source', 'module', 'node', 'development|production'];

/**
 * Guesses are dear in what runs for people, and cheap in these tests, by another file in the place of the product's:
 * nothing in the product can make them cheap. Attacks pay in full, as do programs that are built.
 */
const cheapGuesses = [
  { find: /^.*\/argon2-costs\.ts$/, replacement: path.join(import.meta.dirname, 'argon2-costs.ts') },
];

const isAttack = (file: string): boolean => file.startsWith('test/attacks/');

/**
 * A file finds loaded what another file used: to load it anew took a quarter of the time. Apart stay the files that put
 * something else in a module's place, which others must not find.
 */
export function projectsOf(files: readonly string[]): UserWorkspaceConfig[] {
  const mocking = files.filter((file) => /\bvi\.mock\(/.test(readFileSync(file, 'utf8')));
  const shared = files.filter((file) => !mocking.includes(file));
  return [
    project(
      'shared modules',
      shared.filter((file) => !isAttack(file)),
      { alias: cheapGuesses },
    ),
    project('attacks', shared.filter(isAttack)),
    project('mocked modules', mocking, { alias: cheapGuesses, isolate: true }),
  ].filter(({ test }) => test?.include?.length);
}

/** Three for the two cores of a small machine: much of the time a test waits for a server, a browser or the database. */
export const workers = 3;

const project = (
  name: string,
  include: string[],
  { alias = [], isolate = false }: { alias?: typeof cheapGuesses; isolate?: boolean } = {},
): UserWorkspaceConfig => ({
  resolve: { conditions, alias },
  ssr: { resolve: { conditions } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    name,
    include,
    isolate,
    maxWorkers: workers,
    testTimeout: 120_000, // of a machine that is busy with other work too
    hookTimeout: 120_000,
  },
});

/** What a test must not reach, by its imports, to run in the fast lane: a database, a browser, a built program, pictures of documents to read. */
export const slow: readonly RegExp[] = [
  /^sandbox\/documents\//,
  /^test\/support\/(database|sites)\//,
  /^test\/support\/browser\/(browser|stage)\.ts$/,
  /^sandbox\/postgres\//,
  /^playwright-core$/,
];

const imported = /(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g;

/** What a source imports, as it names it. */
export const importsOf = (text: string): string[] =>
  [...text.matchAll(imported)].map(([, name = '']) => name);

/**
 * The tests of the fast lane, relative to `root`: those whose imports reach nothing slow. Computed and not written
 * down, so that a test moves to the slow lane the moment it takes a database, and no name has to say so.
 */
export function fastTests(root: string): string[] {
  const slowness = new Map<string, boolean>();
  const isSlow = (file: string): boolean => {
    const known = slowness.get(file);
    if (known !== undefined) return known;
    slowness.set(file, false); // of a cycle the others decide
    if (!existsSync(path.join(root, file))) return false; // named in a string, not imported
    const found = importsOf(readFileSync(path.join(root, file), 'utf8')).some((name) => {
      const target = name.startsWith('.') ? path.join(path.dirname(file), name) : name;
      if (slow.some((pattern) => pattern.test(target))) return true;
      return name.startsWith('.') && /\.tsx?$/.test(target) && isSlow(target);
    });
    slowness.set(file, found);
    return found;
  };
  return everyTest(root).filter((file) => !isSlow(file));
}
