import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { prepareBenefits, startBenefits } from '../../../../agencies/benefits/index.ts';
import { prepareRevenue, startRevenue } from '../../../../agencies/revenue/index.ts';
import { startSandbox } from '../../../../sandbox/index.ts';
import { AppError, Redacted } from '../kernel/index.ts';
import type { Settings } from '../platform/config/index.ts';
import type { Log } from '../platform/log/index.ts';
import type { OpenDatabase } from './database.ts';

export interface SandboxWorld {
  readonly origins: { readonly sandbox: string; readonly revenue: string; readonly benefits: string };
  /** What a Signet process needs to know of this world, as settings. */
  readonly settings: Partial<Settings>;
  close(): Promise<void>;
}

/**
 * The make-believe world around Signet: authorities and outbox, and both agencies with databases, keys and sessions
 * of their own. They know Signet only by HTTP; Signet knows them only by these settings.
 */
export async function startSandboxWorld(
  settings: Settings,
  database: OpenDatabase,
  log: Log,
): Promise<SandboxWorld> {
  const host = settings.SIGNET_HOST;
  const origins = {
    sandbox: `http://localhost:${settings.SIGNET_SANDBOX_PORT}`,
    revenue: `http://localhost:${settings.SIGNET_REVENUE_PORT}`,
    benefits: `http://localhost:${settings.SIGNET_BENEFITS_PORT}`,
  };
  const apiKey = await keptKey(settings.SIGNET_DATA_DIR);
  const pool = new pg.Pool({ connectionString: await database.beside('sandbox'), max: 4 });
  pool.on('error', () => log.warn({}, 'the sandbox lost a database connection'));
  const sandbox = await onPort('SIGNET_SANDBOX_PORT', () =>
    startSandbox({
      port: settings.SIGNET_SANDBOX_PORT,
      host,
      pool,
      apiKey,
      links: { signet: settings.SIGNET_ORIGIN, revenue: origins.revenue, benefits: origins.benefits },
    }),
  );
  const about = (name: 'revenue' | 'benefits') => ({
    host,
    issuer: settings.SIGNET_ORIGIN,
    origin: origins[name],
    dataDir: path.join(settings.SIGNET_DATA_DIR, name),
    log: ({ level, event, detail }: { level: 'info' | 'warn' | 'error'; event: string; detail?: string }) =>
      log[level]({ service: name, ...(detail ? { detail } : {}) }, event),
  });
  const revenueOptions = {
    ...about('revenue'),
    port: settings.SIGNET_REVENUE_PORT,
    bank: { url: sandbox.origin, key: apiKey },
    databaseUrl: await database.beside('revenue'),
  };
  const benefitsOptions = {
    ...about('benefits'),
    port: settings.SIGNET_BENEFITS_PORT,
    databaseUrl: await database.beside('benefits'),
  };
  const agenciesFile = path.join(settings.SIGNET_DATA_DIR, 'agencies.json');
  const registrations = [await prepareRevenue(revenueOptions), await prepareBenefits(benefitsOptions)];
  await writeFile(agenciesFile, JSON.stringify(registrations.map(asAgency), null, 2));
  const revenue = await onPort('SIGNET_REVENUE_PORT', () => startRevenue(revenueOptions));
  const benefits = await onPort('SIGNET_BENEFITS_PORT', () => startBenefits(benefitsOptions));

  return {
    origins,
    settings: {
      SIGNET_AGENCIES_FILE: agenciesFile,
      SIGNET_OUTBOX_URL: sandbox.origin,
      SIGNET_OUTBOX_KEY: new Redacted(apiKey),
      SIGNET_MOTOR_VEHICLES_URL: sandbox.origin,
      SIGNET_MOTOR_VEHICLES_KEY: new Redacted(apiKey),
      SIGNET_SOCIAL_SECURITY_URL: sandbox.origin,
      SIGNET_SOCIAL_SECURITY_KEY: new Redacted(apiKey),
      SIGNET_PHONE_CARRIER_URL: sandbox.origin,
      SIGNET_PHONE_CARRIER_KEY: new Redacted(apiKey),
    },
    async close() {
      await Promise.all([revenue.close(), benefits.close(), sandbox.close()]);
      await pool.end();
    },
  };
}

type Registration = Awaited<ReturnType<typeof prepareRevenue>> | Awaited<ReturnType<typeof prepareBenefits>>;

/** An agency's own description of itself, in the words of Signet's registry. */
const asAgency = (one: Registration) => ({
  id: one.clientId,
  name: one.name,
  purpose: one.purpose,
  home: one.home,
  redirectUris: one.redirectUris,
  postLogoutRedirectUris: one.postLogoutRedirectUris,
  backchannelLogoutUri: one.backchannelLogoutUri,
  keys: one.jwks.keys,
  entitled: one.entitled,
  optional: one.optional,
});

/** The key that this world's services expect of each other, the same after a restart. */
async function keptKey(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'sandbox-key');
  await mkdir(dataDir, { recursive: true });
  if (!existsSync(file)) await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFile(file, 'utf8');
}

async function onPort<T>(setting: string, start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    throw new AppError('port-in-use', { message: `its port is taken; choose another ${setting}`, cause });
  }
}
