import { revenueDatabase, revenueStaff } from '../../../../agencies/revenue/index.ts';
import { AppError } from '../kernel/index.ts';
import { settingsOfRunning } from '../platform/config/index.ts';
import { openDatabase } from './database.ts';

/** The Department of Revenue's own command, on its own database; nothing of Signet's is opened for it. */
export const departmentStaff = async (args: readonly string[]): Promise<string> =>
  revenueStaff(named() ?? (await ofSandbox()), args);

/** Where the operator says that the department keeps its records. Never shown: a password may be in it. */
function named(): string | undefined {
  const url = revenueDatabase();
  if (url === undefined || (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url))) return url;
  throw new AppError('bad-setting', {
    message:
      'Setting REVENUE_DATABASE_URL: must be an address like postgres://user:password@host/name, with what is special in ' +
      'its name and password percent-encoded',
  });
}

async function ofSandbox(): Promise<string> {
  const settings = await settingsOfRunning();
  if (settings.SIGNET_PROFILE === 'sandbox') return (await openDatabase(settings)).beside('revenue');
  throw new AppError('bad-setting', {
    message: 'No department runs beside a Signet in production: name its database in REVENUE_DATABASE_URL',
  });
}
