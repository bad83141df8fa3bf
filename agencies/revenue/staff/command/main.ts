import { CommandRefused, departmentDatabase, whyUnreachable } from '../../config/department-database.ts';
import { runStaffCommand } from './run-staff-command.ts';
import { readStaffArgs, staffUsage } from './staff-command.ts';

/**
 * `npm run staff`. Nothing of Signet's is opened for it: the department itself decides who is staff. Ends with 0 when it
 * was done, 1 when it failed, 2 when it was written wrong.
 */
async function main(args: readonly string[]): Promise<number> {
  if (args.some((word) => ['help', '--help', '-h'].includes(word))) {
    console.log(staffUsage);
    return 0;
  }
  const act = readStaffArgs(args);
  if (!act) {
    console.error(staffUsage);
    return 2;
  }
  try {
    console.log(await runStaffCommand(await departmentDatabase(), act));
    return 0;
  } catch (error) {
    const refused = error instanceof CommandRefused ? error : whyUnreachable(error);
    if (!refused) throw error;
    console.error(`The command failed: ${refused.message}`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
