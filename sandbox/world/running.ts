import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { StartFailure } from '../start-failure.ts';

type Environment = Readonly<Record<string, string>>;

const fileIn = (dataDir: string): string => path.join(dataDir, 'running.json');
const noted = z.object({ pid: z.int().positive(), environment: z.record(z.string(), z.string()) });

/** Leaves word, for commands beside a running sandbox, of where its database and services are. Owner-only. */
export async function noteRunning(dataDir: string, environment: Environment): Promise<void> {
  const note: z.input<typeof noted> = { pid: process.pid, environment };
  await writeFile(fileIn(dataDir), JSON.stringify(note), { mode: 0o600 });
}

/**
 * The environment of the Signet that runs in this data folder. Throws StartFailure `not-running` where none does, also
 * when one was killed there and left its note behind.
 */
export async function environmentOfRunning(dataDir: string): Promise<Environment> {
  const environment = await runningIn(dataDir);
  if (environment) return environment;
  throw new StartFailure(
    'not-running',
    `Nothing runs in ${dataDir}: start it with "npm start", or name the folder of the one that runs in SIGNET_DATA_DIR`,
  );
}

/** Another one beside it would share its files, and take its ports. */
export async function refuseWhereOneRuns(dataDir: string): Promise<void> {
  if (!(await runningIn(dataDir))) return;
  const message = `Setting SIGNET_DATA_DIR: a sandbox runs in ${dataDir} already; use that one, stop it, or name another folder`;
  throw new StartFailure('already-running', message);
}

async function runningIn(dataDir: string): Promise<Environment | undefined> {
  const note = await readNote(dataDir);
  return note && lives(note.pid) && (await answers(note.environment)) ? note.environment : undefined;
}

async function readNote(dataDir: string): Promise<z.output<typeof noted> | undefined> {
  try {
    return noted.parse(JSON.parse(await readFile(fileIn(dataDir), 'utf8')));
  } catch {
    return undefined; // none, or not of this version: nobody who would have written it runs
  }
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'; // another user's, and alive
  }
}

/** The number of a process that is gone may be another one's by now; then nobody listens. */
async function answers({ SIGNET_HOST: host = '127.0.0.1', SIGNET_PORT }: Environment): Promise<boolean> {
  const socket = connect({ host: host === '0.0.0.0' ? '127.0.0.1' : host, port: Number(SIGNET_PORT) });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
