import { CommandRefused, departmentDatabase } from '../../config/department-database.ts';
import { runStaffCommand } from './run-staff-command.ts';

/** `npm run staff`. Nothing of Signet's is opened for it: the department itself decides who is staff. */
try {
  console.log(await runStaffCommand(await departmentDatabase(), process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof CommandRefused)) throw error;
  console.error(`The command failed: ${error.message}`);
  process.exitCode = 1;
}
