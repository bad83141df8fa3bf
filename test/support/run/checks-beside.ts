import { execFile } from 'node:child_process';
import path from 'node:path';
import type { Reporter } from 'vitest/node';
import { repository } from '../repository.ts';

/**
 * Runs the house's checks beside the tests, on the processor time that these leave while they wait, and tells their outcome
 * below that of the tests: `npm test`. A check that fails fails the run.
 */
export default class ChecksBeside implements Reporter {
  protected readonly program: string = path.join(repository, 'scripts', 'check.ts');
  #checks: Promise<{ readonly passed: boolean; readonly said: string }> | undefined;

  onTestRunStart(): void {
    this.#checks ??= new Promise((resolve) => {
      const child = execFile(
        process.execPath,
        [this.program, '--low-priority'],
        { maxBuffer: Number.POSITIVE_INFINITY },
        (error, stdout, stderr) => resolve({ passed: error === null, said: stdout + stderr }),
      );
      process.once('exit', () => child.kill()); // of a run that is interrupted
    });
  }

  async onTestRunEnd(): Promise<void> {
    const checks = await this.#checks;
    if (!checks) return;
    process.stdout.write(`\n${checks.said}\n`);
    if (!checks.passed) process.exitCode = 1;
  }
}
