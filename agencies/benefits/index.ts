import { describeFault, listen } from '@signet/relying-party/hono';
import { createBenefitsApp } from './app/app.tsx';
import {
  type BenefitsOptions,
  clientRegistration,
  type LogEvent,
  loadKeys,
  relyingPartySettings,
} from './config/config.ts';
import { migrateBenefits, openBenefitsDatabase } from './database/open.ts';

export type { BenefitsOptions } from './config/config.ts';

export type BenefitsRegistration = Awaited<ReturnType<typeof clientRegistration>>;

export interface Benefits {
  readonly origin: string;
  readonly clientRegistration: BenefitsRegistration;
  close(): Promise<void>;
}

/** What to register at Signet, before the office starts. Makes its signing key at the first call. */
export const prepareBenefits = clientRegistration;

const printLine = (event: LogEvent): void => {
  process.stdout.write(
    `${JSON.stringify({ time: new Date().toISOString(), service: 'benefits', ...event })}\n`,
  );
};

/** Starts the Veterans Benefits Office. Signet need not be up; nobody can sign in until it is. */
export async function startBenefits(options: BenefitsOptions): Promise<Benefits> {
  const { now = () => new Date(), log = printLine, origin } = options;
  const registration = await clientRegistration(options);
  const keys = await loadKeys(options.dataDir);
  const database = openBenefitsDatabase(options.databaseUrl, (fault) =>
    log({ level: 'warn', event: 'database-connection-lost', detail: describeFault(fault) }),
  );
  try {
    await migrateBenefits(database);
    const onCause = (cause: unknown): void =>
      log({ level: 'warn', event: 'signet-failed', detail: describeFault(cause) });
    const relyingParty = { ...(await relyingPartySettings(options)), onCause };
    const listening = await listen(
      createBenefitsApp({ origin, relyingParty, database, keys, now, log }),
      options,
    );
    return {
      origin,
      clientRegistration: registration,
      async close() {
        await listening.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
