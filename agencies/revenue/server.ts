import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { createRevenueApp } from './app.tsx';
import { type LogEvent, loadKeys, type RevenueOptions, relyingPartySettings } from './config.ts';
import { migrate } from './database/migrations.ts';
import { openDatabase } from './database/open.ts';
import { plantSeed } from './records/plant-seed.ts';

const printLine = (event: LogEvent): void => {
  process.stdout.write(
    `${JSON.stringify({ time: new Date().toISOString(), service: 'revenue', ...event })}\n`,
  );
};

function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  options: RevenueOptions,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port: options.port, hostname: options.host }, () =>
      resolve(server),
    ) as Server;
    server.once('error', reject);
  });
}

const stop = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeIdleConnections();
  });

/** What stands behind a failure code: its kind and code, never its message, which may quote an answer. */
function kindOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown';
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  return `${cause.name} ${code}`.trim();
}

/** Migrates, plants the records, listens. Rejects when the database or the port is not to be had. */
export async function startServer(options: RevenueOptions): Promise<{ close(): Promise<void> }> {
  const { now = () => new Date(), log = printLine, sandboxRecords = true } = options;
  const keys = await loadKeys(options.dataDir);
  const database = openDatabase(options.databaseUrl, () =>
    log({ level: 'warn', event: 'database-connection-lost' }),
  );
  try {
    await migrate(database.db);
    if (sandboxRecords) await plantSeed(database.db, keys, now().toISOString().slice(0, 10));
    const onCause = (cause: unknown): void => log({ level: 'warn', event: 'signet', detail: kindOf(cause) });
    const relyingParty = { ...(await relyingPartySettings(options)), onCause };
    const app = createRevenueApp({ origin: options.origin, relyingParty, database, keys, now, log });
    const server = await listen(app.fetch, options);
    return {
      async close() {
        await stop(server);
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
