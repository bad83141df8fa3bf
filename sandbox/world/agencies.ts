import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { prepareBenefits, startBenefits } from '../../agencies/benefits/index.ts';
import { prepareRevenue, startRevenue } from '../../agencies/revenue/index.ts';
import { StartFailure } from '../start-failure.ts';
import type { WorldDatabase } from './database.ts';
import type { WorldLog } from './log-file.ts';
import { onPort } from './on-port.ts';
import type { WorldSettings } from './settings.ts';

export interface WorldAgencies {
  /** What Signet is told about them: its registry. */
  readonly registry: string;
  start(): Promise<void>;
  close(): Promise<void>;
}

type Registration = Awaited<ReturnType<typeof prepareRevenue>> | Awaited<ReturnType<typeof prepareBenefits>>;

/** Both agencies, with databases, keys and sessions of their own. They know Signet only by HTTP. */
export async function prepareAgencies(
  settings: WorldSettings,
  database: WorldDatabase,
  bank: { readonly url: string; readonly key: string },
  log: WorldLog,
): Promise<WorldAgencies> {
  const revenue = {
    ...common(settings, 'revenue', settings.SIGNET_REVENUE_PORT, log),
    bank,
    databaseUrl: await database.beside('revenue'),
  };
  const benefits = {
    ...common(settings, 'benefits', settings.SIGNET_BENEFITS_PORT, log),
    databaseUrl: await database.beside('benefits'),
  };
  const registry = path.join(settings.SIGNET_DATA_DIR, 'agencies.json');
  const registrations = [await prepareRevenue(revenue), await prepareBenefits(benefits)];
  const others = await otherAgencies(path.join(settings.SIGNET_DATA_DIR, 'agencies'), database);
  await writeFile(registry, JSON.stringify([...registrations.map(asAgency), ...others], null, 2));
  const running: { close(): Promise<void> }[] = [];
  return {
    registry,
    async start() {
      running.push(await onPort('SIGNET_REVENUE_PORT', () => startRevenue(revenue)));
      running.push(await onPort('SIGNET_BENEFITS_PORT', () => startBenefits(benefits)));
    },
    close: async () => void (await Promise.all(running.map((one) => one.close()))),
  };
}

const common = (settings: WorldSettings, name: string, port: number, log: WorldLog) => ({
  host: settings.SIGNET_HOST,
  port,
  issuer: settings.SIGNET_ORIGIN,
  origin: `http://localhost:${port}`,
  dataDir: path.join(settings.SIGNET_DATA_DIR, name),
  log: ({ level, event, detail }: { level: 'info' | 'warn' | 'error'; event: string; detail?: string }) =>
    log.line(level, { service: name, ...(detail ? { detail } : {}) }, event),
});

/**
 * Agencies that somebody builds against this sandbox: each is a file in the folder, in the words of Signet's registry.
 * Each gets a database, whose address lies beside the file: the server's port is another one after each start.
 */
async function otherAgencies(folder: string, database: WorldDatabase): Promise<unknown[]> {
  await mkdir(folder, { recursive: true });
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const agencies: unknown[] = [];
  for (const name of names) {
    const file = path.join(folder, name);
    agencies.push(await readAgency(file));
    const url = await database.beside(path.basename(name, '.json').replaceAll(/[^a-z0-9]/g, '_'));
    await writeFile(file.replace(/\.json$/, '.database'), url, { mode: 0o600 });
  }
  return agencies;
}

/** `keys` may be the array or the whole key set that `publicJwks` prints. */
async function readAgency(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8');
  try {
    const agency = JSON.parse(text);
    return { ...agency, keys: Array.isArray(agency.keys) ? agency.keys : agency.keys?.keys };
  } catch (cause) {
    throw new StartFailure('bad-agency', `${file} is not JSON`, cause);
  }
}

/** An agency's own description of itself, in the words of Signet's registry. */
const asAgency = (one: Registration) => ({
  id: one.clientId,
  name: one.name,
  nameInSentence: one.nameInSentence,
  purpose: one.purpose,
  home: one.home,
  help: one.help,
  redirectUris: one.redirectUris,
  postLogoutRedirectUris: one.postLogoutRedirectUris,
  backchannelLogoutUri: one.backchannelLogoutUri,
  keys: one.jwks.keys,
  entitled: one.entitled,
  optional: one.optional,
});
