import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { StartFailure } from '../start-failure.ts';
import type { WorldLog } from './log-file.ts';

export interface SignetProcess {
  /** Settles when it has ended by itself, or was killed. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Signet stops within this; what it still does then is in its database and is done again. */
const patience = 4200; // milliseconds

/**
 * Starts Signet as an operator would, and waits until it says that it is ready. It has a
 * channel to us, so that it ends when we are killed.
 */
export async function startSignet(
  program: string,
  environment: Readonly<Record<string, string>>,
  log: WorldLog,
): Promise<SignetProcess> {
  const child = spawn(process.execPath, ['--enable-source-maps', program], {
    env: { SIGNET_STOP_FINISH_SECONDS: '3', ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const said = listen(child);
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
  log.follow(child.stdout as Readable);
  const ready = new Promise<void>((resolve) => child.on('message', (word) => word === 'ready' && resolve()));
  await Promise.race([
    ready,
    exited.then(() => {
      throw new StartFailure('signet-failed', causeIn(said.sofar()) || `Signet ended with ${child.exitCode}`);
    }),
  ]);
  said.pass(log);
  return { ended: exited, stop: () => stop(child, exited) };
}

/** Its last words, without the beginning that ours have too. */
const causeIn = (said: string): string => said.trim().replace(/^Signet could not start\. /, '');

/** What it says on its standard error: kept while it starts, told from then on. */
function listen(child: ChildProcess): { sofar(): string; pass(log: WorldLog): void } {
  const stream = child.stderr as Readable;
  let text = '';
  const keep = (part: Buffer) => {
    text += String(part);
  };
  stream.on('data', keep);
  return {
    sofar: () => text,
    pass(log) {
      stream.off('data', keep);
      log.follow(stream);
    },
  };
}

async function stop(child: ChildProcess, exited: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const outOfPatience = setTimeout(() => child.kill('SIGKILL'), patience);
  await exited;
  clearTimeout(outOfPatience);
}
