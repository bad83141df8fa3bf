/**
 * Runs the house's checks, two at a time, and shows each one's output whole: `npm run check`.
 * Each is a script of package.json named `check:…` and can be run alone. Exit status: 0 when all pass.
 * With `--low-priority` they take what other work leaves: `npm test` runs them beside the tests.
 */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import { join } from 'node:path';

interface Outcome {
  readonly name: string;
  readonly passed: boolean;
}

const root = join(import.meta.dirname, '..');
const atOnce = 2; // more only makes each wait for the others on a small machine

async function checks(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return Object.keys(scripts).filter((name) => name.startsWith('check:'));
}

function run(name: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn('npm', ['run', '--silent', name], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => output.push(part));
    child.once('error', reject);
    child.once('close', (code) => {
      const passed = code === 0;
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      console.log(`${passed ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
      if (!passed) process.stdout.write(Buffer.concat(output));
      resolve({ name, passed });
    });
  });
}

async function workThrough(waiting: string[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) outcomes.push(await run(name));
  return outcomes;
}

if (process.argv.includes('--low-priority')) os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);

const waiting = await checks();
const outcomes = (await Promise.all(Array.from({ length: atOnce }, () => workThrough(waiting)))).flat();
const failed = outcomes.filter(({ passed }) => !passed).map(({ name }) => name);
console.log(
  failed.length === 0 ? `All ${outcomes.length} checks passed.` : `Checks failed: ${failed.join(', ')}.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
