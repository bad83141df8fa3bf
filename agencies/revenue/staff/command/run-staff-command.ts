import { openRevenueDatabase } from '../../database/open.ts';
import { staffMembers } from '../members.ts';
import type { readStaffArgs } from './staff-command.ts';

type Act = NonNullable<ReturnType<typeof readStaffArgs>>;

/** The operator's act beside a department that runs, on the same database. Returns what to print. */
export async function runStaffCommand(databaseUrl: string, act: Act): Promise<string> {
  const database = openRevenueDatabase(databaseUrl, () => undefined); // a connection that is lost fails the command's own query
  try {
    return await act(staffMembers(database.db, () => new Date()));
  } finally {
    await database.close();
  }
}
