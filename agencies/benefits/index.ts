import { clockIn } from '@signet/agencies-ui/clock';
import { type AgencyOptions, printLines } from '@signet/agencies-ui/site';
import { describeFault, listen } from '@signet/relying-party/hono';
import { createBenefitsApp } from './app/app.tsx';
import { clientRegistration, loadKeys, relyingPartySettings } from './config/config.ts';
import { migrateBenefits, openBenefitsDatabase } from './database/open.ts';

export type BenefitsRegistration = Awaited<ReturnType<typeof clientRegistration>>;

export interface Benefits {
  readonly origin: string;
  readonly clientRegistration: BenefitsRegistration;
  close(): Promise<void>;
}

/** What to register at Signet, before the office starts. Makes its signing key at the first call. */
export const prepareBenefits = clientRegistration;

/** Starts the Veterans Benefits Office. Signet need not be up; nobody can sign in until it is. */
export async function startBenefits(options: AgencyOptions): Promise<Benefits> {
  const { log = printLines('benefits'), origin } = options;
  const clock = clockIn(options.timeZone, options.now);
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
      createBenefitsApp({ origin, relyingParty, database, keys, clock, log }),
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
