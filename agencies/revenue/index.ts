import { startServer } from './app/server.ts';
import { clientRegistration, type RevenueOptions } from './config/config.ts';
import { openRevenueDatabase } from './database/open.ts';
import { type Members, staffMembers } from './staff/members.ts';
import { staffCommand } from './staff/staff-command.ts';

export { type RevenueOptions, revenueDatabase } from './config/config.ts';

export type RevenueRegistration = Awaited<ReturnType<typeof clientRegistration>>;

export interface Revenue {
  readonly origin: string;
  readonly clientRegistration: RevenueRegistration;
  /** For its operator: makes agents, and ends them. */
  readonly staff: Pick<Members, 'invite' | 'end'>;
  close(): Promise<void>;
}

/** What to register at Signet, before the department starts. Makes its signing key at the first call. */
export const prepareRevenue = clientRegistration;

/** Starts the Department of Revenue. Signet need not be up; nobody can sign in until it is. */
export async function startRevenue(options: RevenueOptions): Promise<Revenue> {
  const registration = await clientRegistration(options);
  const { staff, close } = await startServer(options);
  return { origin: options.origin, clientRegistration: registration, staff, close };
}

/** The operator's command beside a department that runs, on the same database. Returns what to print. */
export async function revenueStaff(databaseUrl: string, args: readonly string[]): Promise<string> {
  const database = openRevenueDatabase(databaseUrl, () => undefined); // a connection that is lost fails the command's own query
  try {
    return await staffCommand(
      staffMembers(database.db, () => new Date()),
      args,
    );
  } finally {
    await database.close();
  }
}
