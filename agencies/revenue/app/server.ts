import { clockIn } from '@signet/agencies-ui/clock';
import { printLines } from '@signet/agencies-ui/site';
import { describeFault, listen } from '@signet/relying-party/hono';
import { httpBank } from '../bank/index.ts';
import { loadKeys, type RevenueOptions, relyingPartySettings } from '../config/config.ts';
import { noteDatabase } from '../config/department-database.ts';
import { migrateRevenue, openRevenueDatabase } from '../database/open.ts';
import { fileSandboxRecords } from '../sandbox-records/file-sandbox-records.ts';
import { type Members, staffMembers } from '../staff/index.ts';
import { createRevenueApp } from './app.tsx';
import { drawPaymentsRegularly } from './draw-payments-regularly.ts';

/** A bank that has not answered by then is asked again at the next round. */
const bankTimeoutMs = 5000;

/** Migrates, plants the records, listens. Rejects when the database or the port is not to be had. */
export async function startServer(
  options: RevenueOptions,
): Promise<{ readonly staff: Members; close(): Promise<void> }> {
  const { log = printLines('revenue'), sandboxRecords = true } = options;
  const clock = clockIn(options.timeZone, options.now);
  const keys = await loadKeys(options.dataDir);
  const database = openRevenueDatabase(options.databaseUrl, (fault) =>
    log({ level: 'warn', event: 'database-connection-lost', detail: describeFault(fault) }),
  );
  try {
    await migrateRevenue(database);
    await noteDatabase(options.dataDir, options.databaseUrl);
    const staff = staffMembers(database.db, clock.now);
    if (sandboxRecords) await fileSandboxRecords(database.db, keys, clock.today());
    const onCause = (cause: unknown): void =>
      log({ level: 'warn', event: 'signet-failed', detail: describeFault(cause) });
    const relyingParty = { ...(await relyingPartySettings(options)), onCause };
    const bank = httpBank({ ...options.bank, timeout: bankTimeoutMs });
    const app = createRevenueApp({ origin: options.origin, relyingParty, database, keys, bank, clock, log });
    const listening = await listen(app, options);
    const drawing = drawPaymentsRegularly({ db: database.db, keys, bank, clock, log });
    return {
      staff,
      async close() {
        await drawing.stop();
        await listening.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
