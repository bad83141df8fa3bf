import { fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import path from 'node:path';
import { erasures } from './composition/erasures-command.ts';
import { recoveryCommand } from './composition/recovery-command.ts';
import { openResources } from './composition/resources.ts';
import { review } from './composition/review-command.ts';
import { closeSignet, runWeb, runWorker } from './composition/run.ts';
import { type Signet, wireSignet } from './composition/signet.ts';
import { AppError } from './kernel/index.ts';
import { childEnvironment, loadSettings, type Settings } from './platform/config/index.ts';
import { type Log, openLog } from './platform/log/index.ts';

process.setSourceMapsEnabled(true); // so that a fault in the log names a place in the sources

type Closing = () => Promise<unknown>;

/** What the build lays beside this program. */
const migrations = path.join(import.meta.dirname, 'migrations');
const assets = path.join(import.meta.dirname, 'assets');

/** Starts what this process is told to be, and says to whoever started it with a channel when it is ready. */
async function main(closing: Closing[]): Promise<void> {
  const settings = loadSettings();
  const log = openLog(settings.SIGNET_LOG_LEVEL);
  const signet = await wireSignet(await openResources(settings, log, migrations));
  closing.push(() => closeSignet(signet));
  if (settings.SIGNET_ROLE === 'worker') await runWorker(signet);
  else {
    const web = await runWeb(signet, assets);
    const stopWorker = settings.SIGNET_ROLE === 'both' ? keepWorker(settings, log) : undefined;
    closing.push(() => Promise.all([web.close(), stopWorker?.()]));
  }
  process.send?.('ready');
}

/** One command beside what runs, then the end. */
async function command([name, ...args]: readonly string[], closing: Closing[]): Promise<void> {
  const run = name === undefined ? undefined : commands[name];
  if (!run) throw new AppError('unknown-command', { message: `There is no command "${name}".` });
  console.log(await run(args, closing));
}

type Command = (args: readonly string[], closing: Closing[]) => Promise<string>;

const ofSignet =
  (run: (signet: Signet, args: readonly string[]) => Promise<string>): Command =>
  async (args, closing) => {
    const log = openLog('warn', process.stderr);
    const signet = await wireSignet(await openResources(loadSettings(), log, migrations));
    closing.push(() => closeSignet(signet));
    return run(signet, args);
  };

const commands: Readonly<Record<string, Command>> = {
  review: ofSignet(({ proofing }, args) => review(proofing, args)),
  erasures: ofSignet(({ personalData }, args) => erasures(personalData, args)),
  recovery: ofSignet(({ recovery }, args) => recoveryCommand(recovery, args)),
};

/** A worker deep in an image hears nothing. Each check was kept as it ended, so little is done twice. */
const workerGraceMs = 2500;

/**
 * The worker is a process of its own, so that reading images never keeps a person waiting; when it dies, another
 * takes its place and its jobs go on.
 */
function keepWorker(settings: Settings, log: Log): Closing {
  let stopping = false;
  const start = () => {
    const worker = fork(import.meta.filename, { env: childEnvironment(settings, 'worker') });
    // images can wait a moment; who signs in should not notice them
    if (worker.pid) setPriority(worker.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    worker.once('exit', (code, signal) => {
      if (stopping) return;
      log.warn({ code, signal }, 'the worker stopped; starting another');
      setTimeout(() => {
        if (!stopping) running = start();
      }, 500);
    });
    return worker;
  };
  let running = start();
  return async () => {
    stopping = true;
    const gone = new Promise((resolve) => running.once('exit', resolve));
    if (!running.kill('SIGTERM')) return;
    const outOfPatience = setTimeout(() => running.kill('SIGKILL'), workerGraceMs);
    await gone;
    clearTimeout(outOfPatience);
  };
}

/** What still writes or runs after this long is cut off: everything kept is in the database, and jobs are tried again. */
const mostTimeToEnd = 4500;

/** Not as they are: errors carry what they were about, such as an address with its password. */
const failures = openLog('error', process.stderr);

const closing: Closing[] = [];
let started: Promise<void> = Promise.resolve();
let ending = false;

/** Closes all that was opened, the latest first, also when something is still being opened or does not close. */
async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(code), mostTimeToEnd).unref();
  await started.catch(() => undefined); // said below
  for (const close of closing.reverse()) {
    await close().catch((error: unknown) => failures.error({ error }, 'while stopping'));
  }
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
process.on('disconnect', () => void end(0)); // whoever started us with a channel is gone
process.stdout.on('error', () => void end(0)); // whoever read the log is gone: a terminal that closed, a pipe that broke

const args = process.argv.slice(2);
try {
  started = args.length === 0 ? main(closing) : command(args, closing);
  await started;
  if (args.length > 0) await end(0);
} catch (error) {
  if (!ending) {
    const what = args.length === 0 ? 'Signet could not start' : 'The command failed';
    if (error instanceof AppError) console.error(`${what}. ${error.message}`);
    else failures.error({ error }, what);
  }
  await end(1);
}
