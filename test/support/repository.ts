import { tmpdir } from 'node:os';
import path from 'node:path';

/** The folder of the whole checkout. */
export const repository: string = path.join(import.meta.dirname, '../..');

export const migrationsFolder: string = path.join(repository, 'packages', 'signet', 'migrations');

/** What browsers load, built at the start of a test run. */
export const assetsFolder: string = path.join(repository, 'dist', 'sandbox', 'signet', 'assets');

/** What `npm start` runs, once it is built. */
export const worldProgram: string = path.join(repository, 'dist', 'sandbox', 'world.js');

/** Signet alone, as `npm start` and a server run it. */
export const serverProgram: string = path.join(repository, 'dist', 'sandbox', 'signet', 'main.js');

/** For programs that tests start by the hundred: what Node compiled of them is kept, for a sixth of each start. */
export const compiledOnce = { NODE_COMPILE_CACHE: path.join(tmpdir(), 'signet-test-compiled') };
