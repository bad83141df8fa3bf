import { execFile } from 'node:child_process';
import { platform } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it, vi } from 'vitest';
import { lowerPriority } from './lower-priority.ts';

const module = JSON.stringify(path.join(import.meta.dirname, 'lower-priority.ts'));

/** In a process of its own, since a priority is not taken back: the priorities of its threads, later ones among them. */
const program = `
  import { readFile } from 'node:fs/promises';
  import { readdirSync } from 'node:fs';
  import { getPriority } from 'node:os';
  import { Worker } from 'node:worker_threads';
  import { lowerPriority } from ${module};
  const all = () => (process.platform === 'linux' ? readdirSync('/proc/self/task').map(Number) : [0]).map((id) => getPriority(id));
  await readFile(${module}); // the threads for files are there
  const before = all();
  lowerPriority(7, { warn: () => process.exit(1) });
  await new Promise((resolve) => new Worker('', { eval: true }).once('online', resolve));
  console.log(JSON.stringify({ before, after: all() }));
  process.exit(0);
`;

it('stands back with all threads of its process, those that were there and those that come', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
  const { before, after } = JSON.parse(stdout);
  expect(new Set(before)).not.toContain(7);
  expect(new Set(after)).toEqual(new Set([7]));
  if (platform() === 'linux') expect(after.length).toBeGreaterThan(before.length);
});

it('says where it may not, and goes on', () => {
  const warn = vi.fn();
  lowerPriority(Number.NaN, { warn });
  expect(warn).toHaveBeenCalledOnce();
});
