import path from 'node:path';
import { StartFailure } from '../start-failure.ts';
import { loadWorldSettings } from './settings.ts';
import { welcome } from './welcome.ts';
import { type Closing, startWorld } from './world.ts';

/** The program behind `npm start`: the whole world on this machine, around the server that was built before it. */
const program = path.join(import.meta.dirname, '..', '..', 'dist', 'sandbox', 'signet', 'main.js');

/** What still runs after this long is cut off: everything kept is in the databases. */
const mostTimeToEnd = 4700; // milliseconds

const closing: Closing[] = [];
let started: Promise<unknown> = Promise.resolve();
let ending = false;

/** Closes all that was opened, the latest first, also when something is still being opened or does not close. */
async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(code), mostTimeToEnd).unref();
  await started.catch(() => undefined); // said below
  for (const close of closing.reverse()) {
    await close().catch((error: unknown) => console.error('While stopping:', error));
  }
  process.exit(code);
}

async function main(): Promise<void> {
  const settings = loadWorldSettings();
  const world = await startWorld(settings, program, closing, (step) => console.log(`  ${step} …`));
  if (ending) return;
  console.log(welcome(settings));
  void world.signetEnded.then(() => {
    if (ending) return;
    console.error('Signet ended by itself; its log says why.');
    void end(1);
  });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.removeAllListeners(signal); // of scripts/start.mjs, which ends at once while there is no world
  process.on(signal, () => void end(0));
}
process.on('disconnect', () => void end(0)); // whoever started us with a channel is gone
process.stdout.on('error', () => void end(0)); // the terminal was closed, or a pipe broke

try {
  started = main();
  await started;
} catch (error) {
  if (!ending) {
    // not the error as it is where it may carry an address with its password
    if (error instanceof StartFailure) console.error(`Signet could not start. ${error.message}`);
    else console.error('Signet could not start.', error instanceof Error ? error.stack : error);
  }
  await end(1);
}
