import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { StartFailure } from '../start-failure.ts';
import { environmentOfRunning } from './running.ts';

/**
 * `npm run review -- …` and its like: one of Signet's own commands, with the settings of the sandbox that runs in
 * SIGNET_DATA_DIR. In production the command is run by the server itself: `node main.js review …`.
 */
async function main(args: readonly string[]): Promise<number> {
  const program = path.join(import.meta.dirname, '..', '..', 'dist', 'sandbox', 'signet', 'main.js');
  const needsNothing = existsSync(program) && args.some((word) => ['help', '--help', '-h'].includes(word));
  const environment = needsNothing
    ? {}
    : await environmentOfRunning(process.env.SIGNET_DATA_DIR || '.signet');
  const child = spawn(process.execPath, ['--enable-source-maps', program, ...args], {
    env: { ...process.env, SIGNET_LOG_LEVEL: 'warn', ...environment },
    stdio: 'inherit',
  });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof StartFailure)) throw error;
  console.error(error.message);
  return 1;
});
