import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { fastTests, importsOf, slow } from '../support/run/lanes.ts';

const root = path.join(import.meta.dirname, '..', '..');
const sources = execFileSync('git', ['ls-files', '*.ts', '*.tsx'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '');

it.each(slow.map((mark) => [mark.source, mark]))('something is there that %s means', (_, mark) => {
  const named = sources.some((file) => mark.test(file));
  const imported = () =>
    sources.some((file) =>
      importsOf(readFileSync(path.join(root, file), 'utf8')).some((name) => mark.test(name)),
    );
  expect(named || imported()).toBe(true);
});

it('no test of the fast lane starts a database or a browser', () => {
  const starts = /startEmbeddedPostgres\(|createTestDatabase\(|launchBrowser\(/;
  const fast = fastTests(root);
  expect(fast.length).toBeGreaterThan(80);
  expect(fast.filter((file) => starts.test(readFileSync(path.join(root, file), 'utf8')))).toEqual([]);
});
