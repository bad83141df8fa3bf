import { StartFailure } from '../start-failure.ts';
import { departmentStaff } from './department-staff.ts';

try {
  console.log(await departmentStaff(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  console.error(`The command failed. ${error.message}`);
  process.exitCode = 1;
}
