import { openRevenueDatabase } from '../../database/open.ts';
import { staffMembers } from '../members.ts';
import { staffCommand } from './staff-command.ts';

/** The operator's command beside a department that runs, on the same database. Returns what to print. */
export async function runStaffCommand(databaseUrl: string, args: readonly string[]): Promise<string> {
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
