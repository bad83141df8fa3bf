import { fork } from 'node:child_process';
import path from 'node:path';
import { CommandFailure, commands, type Openings, runCommand } from './commands/index.ts';
import { lowerPriority } from './composition/lower-priority.ts';
import type { Resources } from './composition/resources.ts';
import { keepWorker } from './composition/worker-process.ts';
import { AppError } from './kernel/index.ts';
import { childEnvironment, databaseSetting, loadSettings, type Settings } from './platform/config/index.ts';
import { type Log, openLog } from './platform/log/index.ts';
import {
  answeringWithin,
  openPool,
  patient,
  pendingMigrations,
  serverDecides,
  type Timeouts,
} from './platform/postgres/index.ts';

type Closing = () => Promise<unknown>;

/** It gets nothing of this process: no settings, no key, no way to the database. */
const startJudging = () =>
  fork(path.join(import.meta.dirname, 'judge-photos.js'), [], {
    env: {},
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });

/** What the build lays beside this program. */
const migrations = path.join(import.meta.dirname, 'migrations');
const assets = path.join(import.meta.dirname, 'assets');

/**
 * Starts what this process is told to be, says so in its log when it is ready, and tells whoever started it with a
 * channel. `entry` is the file that a worker is started with.
 */
async function serve(
  entry: string,
  closing: Closing[],
  setTimeToFinish: (seconds: number) => void,
): Promise<void> {
  const settings = loadSettings();
  setTimeToFinish(settings.SIGNET_STOP_NOT_READY_SECONDS + settings.SIGNET_STOP_FINISH_SECONDS);
  const log = openLog(settings.SIGNET_LOG_LEVEL);
  const answers = settings.SIGNET_ROLE !== 'worker';
  if (!answers) lowerPriority(settings.SIGNET_WORKER_NICENESS, log);
  const timeouts = answers ? answeringWithin(settings.SIGNET_DATABASE_TIMEOUT_SECONDS) : patient;
  const opening = openings(settings, log, closing, timeouts);
  const resources = await opening.resources();
  const { prepareStart } = await import('./composition/schema.ts');
  await prepareStart(resources, migrations);
  const signet = await opening.signet();
  const { runWeb, runWorker } = await import('./composition/run.ts');
  const { SIGNET_ROLE: role, SIGNET_PROFILE: profile, SIGNET_ORIGIN: origin } = settings;
  if (role === 'worker') {
    await runWorker(signet);
    log.info({ role, profile }, 'ready: the worker works');
  } else {
    const web = await runWeb(signet, assets);
    const startWorker = () => fork(entry, { env: childEnvironment(settings, 'worker') });
    const stopWorker = role === 'both' ? keepWorker(startWorker, log) : undefined;
    closing.push(() => Promise.all([web.close(), stopWorker?.()]));
    const listening = `${settings.SIGNET_HOST}:${settings.SIGNET_PORT}`;
    log.info({ role, profile, origin, listening }, `ready: ${origin}`);
  }
  process.send?.('ready', undefined, undefined, () => undefined); // nobody is there any more: `disconnect` says so
}

/** What a command beside what runs may open. */
function openingsOfCommand(closing: Closing[]): Openings {
  const opened = () => openings(loadSettings(), openLog('warn', process.stderr), closing);
  return {
    migrations,
    async database() {
      const onLost = (error: unknown) => failureLog.error({ error }, 'a database connection was lost');
      const pool = openPool(databaseSetting().reveal(), onLost, 2, serverDecides);
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
}

/**
 * What is opened is closed at the end, in the reverse order. What opens it is read only then: most libraries belong to
 * a part that few commands need, and a mistake in the settings is told before.
 */
function openings(settings: Settings, log: Log, closing: Closing[], timeouts?: Timeouts) {
  let opening: Promise<Resources> | undefined;
  const open = async () => {
    const { openResources } = await import('./composition/resources.ts');
    return openResources(settings, log, timeouts);
  };
  const resources = () => {
    opening ??= open().then((opened) => {
      closing.push(() => Promise.all([opened.pool.close(), opened.auditPool.close()]));
      return opened;
    });
    return opening;
  };
  const signet = async () => {
    const opened = await resources();
    const { closeSignet, wireSignet } = await import('./composition/signet.ts');
    const wired = await wireSignet(opened, startJudging);
    closing.push(() => closeSignet(wired));
    return wired;
  };
  return { resources, signet };
}

/** One command beside what runs. Returns the status to end with. */
async function command(args: readonly string[], closing: Closing[]): Promise<number> {
  const { text, status, complaint } = await runCommand(commands, args, openingsOfCommand(closing));
  if (text !== '') (complaint ? console.error : console.log)(text);
  return status;
}

/** What still writes or runs after this long is cut off: everything kept is in the database, and jobs are tried again. */
const mostTimeToEnd = 4500;

/** Errors are never printed as they are: they carry what they were about, such as an address with its password. */
const failureLog = openLog('error', process.stderr);

/** What was wrong, and what the system or the database said about it. Those two never quote a setting's value. */
function oneLine({ message, cause }: AppError): string {
  const { code, message: why } = (cause ?? {}) as { code?: unknown; message?: string };
  const said = typeof code === 'string' && why && !message.includes(why) ? `${message} (${why})` : message;
  return said.replaceAll(/\s*\n\s*/g, ' ');
}

function sayFailure(what: string, error: unknown): void {
  if (error instanceof AppError) console.error(`${what}. ${oneLine(error)}`);
  else failureLog.error({ error }, what);
}

/** The server without arguments, else a command. `end` closes all that was opened, also in the middle of a start. */
export function openProgram(
  entry: string,
  args: readonly string[],
): { run(): Promise<void>; end(status: number): Promise<void> } {
  const serves = args.length === 0;
  const closing: Closing[] = [];
  let started: Promise<number> = Promise.resolve(0);
  let ending = false;
  let timeToFinish = 0; // milliseconds that requests under way are given

  /** The latest first, also when something is still being opened or does not close. */
  async function end(status: number): Promise<void> {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(status), timeToFinish + mostTimeToEnd).unref();
    await started.catch(() => undefined); // said below
    for (const close of closing.reverse()) {
      await close().catch((error: unknown) => failureLog.error({ error }, 'while stopping'));
    }
    process.exit(status);
  }

  async function run(): Promise<void> {
    // the reader of the log is gone: a terminal that closed, a pipe that broke. What a command printed is not whole then.
    process.stdout.on('error', () => void end(serves ? 0 : 1));
    process.stderr.on('error', () => undefined); // what could be said of it would be written there
    try {
      const setTimeToFinish = (seconds: number) => {
        timeToFinish = seconds * 1000;
      };
      started = serves ? serve(entry, closing, setTimeToFinish).then(() => 0) : command(args, closing);
      const status = await started;
      if (!serves) await end(status);
    } catch (error) {
      if (!ending) sayFailure(serves ? 'Signet could not start' : 'The command failed', error);
      await end(error instanceof CommandFailure ? error.exitStatus : 1);
    }
  }

  return { run, end };
}
