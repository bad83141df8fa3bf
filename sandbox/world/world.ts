import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { startSandbox } from '../index.ts';
import { writeOnce } from '../write-once.ts';
import { prepareAgencies } from './agencies.ts';
import { refuseBesideOthers } from './before-start.ts';
import { openWorldDatabase, prepareDataFolder, type WorldDatabase } from './database.ts';
import { openWorldLog, type WorldLog } from './log-file.ts';
import { onPort } from './on-port.ts';
import { noteRunning } from './running.ts';
import { logFileOf, type WorldSettings } from './settings.ts';
import { startSignet } from './signet-process.ts';

export interface World {
  /** Settles when Signet ends without being told to. */
  readonly signetEnded: Promise<void>;
}

export type Closing = () => Promise<unknown>;

/**
 * The make-believe world around Signet, and Signet itself as a process of its own: a database server, authorities,
 * outbox, and both agencies. They know Signet only by HTTP; Signet knows them only by its settings. What was opened
 * is pushed to `closing`; `say` hears of each step.
 */
export async function startWorld(
  settings: WorldSettings,
  program: string,
  closing: Closing[],
  say: (step: string) => void,
): Promise<World> {
  await prepareDataFolder(settings);
  await refuseBesideOthers(settings);
  const log = openWorldLog(logFileOf(settings));
  closing.push(log.close);
  say(settings.DATABASE_URL ? 'preparing the databases' : 'starting PostgreSQL');
  const database = await openWorldDatabase(settings, log);
  closing.push(() => {
    log.quiet();
    return database.stop();
  });
  say('starting the authorities, the outbox and both agencies');
  const apiKey = await keptKey(settings.SIGNET_DATA_DIR);
  const sandbox = await openSandbox(settings, database, apiKey, log, closing);
  const agencies = await prepareAgencies(settings, database, { url: sandbox, key: apiKey }, log);
  closing.push(agencies.close);
  await agencies.start();
  say('starting Signet');
  const environment = signetEnvironment(settings, database, sandbox, apiKey, agencies.registry);
  await noteRunning(settings.SIGNET_DATA_DIR, environment);
  const signet = await startSignet(program, environment, log);
  closing.push(signet.stop);
  return { signetEnded: signet.ended };
}

async function openSandbox(
  settings: WorldSettings,
  database: WorldDatabase,
  apiKey: string,
  log: WorldLog,
  closing: Closing[],
): Promise<string> {
  const pool = new pg.Pool({ connectionString: await database.beside('sandbox'), max: 4 });
  closing.push(() => pool.end());
  pool.on('connect', (client) => client.on('error', () => undefined)); // whoever uses it hears from their statement
  pool.on('error', () => log.line('warn', { service: 'sandbox' }, 'a database connection was lost'));
  const { origin, close } = await onPort('SIGNET_SANDBOX_PORT', () =>
    startSandbox({
      port: settings.SIGNET_SANDBOX_PORT,
      host: settings.SIGNET_HOST,
      pool,
      apiKey,
      links: {
        signet: settings.SIGNET_ORIGIN,
        revenue: `http://localhost:${settings.SIGNET_REVENUE_PORT}`,
        benefits: `http://localhost:${settings.SIGNET_BENEFITS_PORT}`,
      },
    }),
  );
  closing.push(close);
  return origin;
}

/** What Signet needs to know of this world. */
const signetEnvironment = (
  settings: WorldSettings,
  database: WorldDatabase,
  sandbox: string,
  apiKey: string,
  registry: string,
): Record<string, string> => ({
  SIGNET_PROFILE: 'sandbox',
  SIGNET_SHOW_FIGURES: 'on',
  SIGNET_SMALLEST_FIGURE: '1', // everybody is made up: nobody is told of
  DATABASE_URL: database.logins?.application ?? database.url,
  SIGNET_DATABASE_OWNER_URL: database.url,
  SIGNET_DATABASE_AUDIT_URL: database.logins?.audit ?? database.url,
  SIGNET_HOST: settings.SIGNET_HOST,
  SIGNET_PORT: String(settings.SIGNET_PORT),
  SIGNET_ORIGIN: settings.SIGNET_ORIGIN,
  SIGNET_KMS_KEY_FILE: path.join(settings.SIGNET_DATA_DIR, 'kms.json'),
  SIGNET_AGENCIES_FILE: registry,
  SIGNET_SANDBOX_URL: `http://localhost:${settings.SIGNET_SANDBOX_PORT}/`,
  SIGNET_OUTBOX_URL: sandbox,
  SIGNET_OUTBOX_KEY: apiKey,
  SIGNET_POST_SENDER: 'Signet|PO Box 12|Port Alder, ZZ 00012',
  SIGNET_MOTOR_VEHICLES_URL: sandbox,
  SIGNET_MOTOR_VEHICLES_KEY: apiKey,
  SIGNET_PASSPORT_OFFICE_URL: sandbox,
  SIGNET_PASSPORT_OFFICE_KEY: apiKey,
  SIGNET_SOCIAL_SECURITY_URL: sandbox,
  SIGNET_SOCIAL_SECURITY_KEY: apiKey,
  SIGNET_PHONE_CARRIER_URL: sandbox,
  SIGNET_PHONE_CARRIER_KEY: apiKey,
});

/** The key that this world's services expect of each other, the same after a restart. */
async function keptKey(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'sandbox-key');
  await writeOnce(file, randomBytes(24).toString('base64url'));
  return readFile(file, 'utf8');
}
