import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import ChecksBeside from './checks-beside.ts';

/** A run of tests beside such a program: what was said at its end, and how it ends. */
async function runBeside(text: string): Promise<{ said: string; ends: typeof process.exitCode }> {
  const dir = await mkdtemp(path.join(tmpdir(), 'signet-checks-'));
  const program = path.join(dir, 'check.mjs');
  await writeFile(program, text);
  class Beside extends ChecksBeside {
    protected override readonly program = program;
  }
  const before = process.exitCode;
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const reporter = new Beside();
  reporter.onTestRunStart();
  await reporter.onTestRunEnd();
  const outcome = { said: written.mock.calls.map(([part]) => part).join(''), ends: process.exitCode };
  written.mockRestore();
  process.exitCode = before;
  await rm(dir, { recursive: true });
  return outcome;
}

it('a check that fails fails the run, and is shown', async () => {
  const failed = await runBeside('console.log("an import that is forbidden"); process.exitCode = 1;');
  expect(failed).toEqual({ said: expect.stringContaining('an import that is forbidden'), ends: 1 });
  const passed = await runBeside('console.log("All checks passed.");');
  expect(passed).toEqual({ said: expect.stringContaining('All checks passed.'), ends: undefined });
});
