import { fork } from 'node:child_process';
import path from 'node:path';
import { CommandFailure, commands, type Openings } from './commands/index.ts';
import { openResources, type Resources } from './composition/resources.ts';
import { closeSignet, runWeb, runWorker } from './composition/run.ts';
import { prepareStart } from './composition/schema.ts';
import { wireSignet } from './composition/signet.ts';
import { keepWorker } from './composition/worker-process.ts';
import { AppError } from './kernel/index.ts';
import { childEnvironment, loadSettings, type Settings } from './platform/config/index.ts';
import { type Log, openLog } from './platform/log/index.ts';
import { openPool, pendingMigrations } from './platform/postgres/index.ts';

process.setSourceMapsEnabled(true); // so that a fault in the log names a place in the sources

type Closing = () => Promise<unknown>;

/** What the build lays beside this program. */
const migrations = path.join(import.meta.dirname, 'migrations');
const assets = path.join(import.meta.dirname, 'assets');

/** Starts what this process is told to be, and says to whoever started it with a channel when it is ready. */
async function main(closing: Closing[]): Promise<void> {
  const settings = loadSettings();
  const log = openLog(settings.SIGNET_LOG_LEVEL);
  const { resources, signet } = openings(settings, log, closing);
  await prepareStart(await resources(), migrations);
  const whole = await signet();
  if (settings.SIGNET_ROLE === 'worker') await runWorker(whole);
  else {
    const web = await runWeb(whole, assets);
    const startWorker = () => fork(import.meta.filename, { env: childEnvironment(settings, 'worker') });
    const stopWorker = settings.SIGNET_ROLE === 'both' ? keepWorker(startWorker, log) : undefined;
    closing.push(() => Promise.all([web.close(), stopWorker?.()]));
  }
  process.send?.('ready');
}

/** One command beside what runs, then the end. */
async function command([name = '', ...args]: readonly string[], closing: Closing[]): Promise<number> {
  const run = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!run) {
    const known = Object.keys(commands).join(', ');
    throw new AppError('unknown-command', { message: `There is no command "${name}"; there are ${known}.` });
  }
  const opened = () => openings(loadSettings(), openLog('warn', process.stderr), closing);
  const inOrder: Openings = {
    migrations,
    async database() {
      const url = loadSettings().DATABASE_URL?.reveal();
      if (!url) throw new AppError('bad-setting', { message: 'Setting DATABASE_URL: needed' });
      const pool = openPool(url, (error) => failures.error({ error }, 'a database connection was lost'), 2);
      closing.push(() => pool.close());
      return pool.db;
    },
    resources: () => opened().resources(),
    async signet() {
      const { resources, signet } = opened();
      const pending = await pendingMigrations((await resources()).pool.db, migrations);
      if (pending.length === 0) return signet();
      throw new AppError('schema-behind', {
        message: `Setting DATABASE_URL: this database lacks ${pending.length} migrations; run "node main.js migrate" first`,
      });
    },
  };
  const outcome = await run(inOrder, args);
  const { text, status } = typeof outcome === 'string' ? { text: outcome, status: 0 } : outcome;
  if (text !== '') console.log(text);
  return status;
}

/** What is opened is closed at the end, in the reverse order. */
function openings(settings: Settings, log: Log, closing: Closing[]) {
  let opening: Promise<Resources> | undefined;
  const resources = () => {
    opening ??= openResources(settings, log).then((opened) => {
      closing.push(() => Promise.all([opened.pool.close(), opened.auditPool.close()]));
      return opened;
    });
    return opening;
  };
  const signet = async () => {
    const whole = await wireSignet(await resources());
    closing.push(() => closeSignet(whole));
    return whole;
  };
  return { resources, signet };
}

/** What still writes or runs after this long is cut off: everything kept is in the database, and jobs are tried again. */
const mostTimeToEnd = 4500;

/** Not as they are: errors carry what they were about, such as an address with its password. */
const failures = openLog('error', process.stderr);

const closing: Closing[] = [];
let started: Promise<number> = Promise.resolve(0);
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

/** What was wrong, and what the system or the database said about it. Those two never quote a setting's value. */
function oneLine({ message, cause }: AppError): string {
  const { code, message: why } = (cause ?? {}) as { code?: unknown; message?: string };
  const said = typeof code === 'string' && why && !message.includes(why) ? `${message} (${why})` : message;
  return said.replaceAll(/\s*\n\s*/g, ' ');
}

const args = process.argv.slice(2);
try {
  started = args.length === 0 ? main(closing).then(() => 0) : command(args, closing);
  const status = await started;
  if (args.length > 0) await end(status);
} catch (error) {
  if (!ending) {
    const what = args.length === 0 ? 'Signet could not start' : 'The command failed';
    if (error instanceof AppError) console.error(`${what}. ${oneLine(error)}`);
    else failures.error({ error }, what);
  }
  await end(error instanceof CommandFailure ? error.exitStatus : 1);
}
