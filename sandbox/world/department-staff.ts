import { revenueDatabase, revenueStaff } from '../../agencies/revenue/index.ts';
import { ensureDatabase } from '../postgres/index.ts';
import { StartFailure } from '../start-failure.ts';
import { environmentOfRunning } from './running.ts';

/** The Department of Revenue's own command, on its own database; nothing of Signet's is opened for it. */
export const departmentStaff = async (args: readonly string[]): Promise<string> =>
  revenueStaff(named() ?? (await ofSandbox()), args);

/** Where the operator says that the department keeps its records. Never shown: a password may be in it. */
function named(): string | undefined {
  const url = revenueDatabase();
  if (url === undefined || (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url))) return url;
  throw new StartFailure(
    'bad-setting',
    'Setting REVENUE_DATABASE_URL: must be an address like postgres://user:password@host/name, with what is special in ' +
      'its name and password percent-encoded',
  );
}

async function ofSandbox(): Promise<string> {
  const { DATABASE_URL: url = '' } = await environmentOfRunning(process.env.SIGNET_DATA_DIR || '.signet');
  return ensureDatabase(url, `${new URL(url).pathname.slice(1)}_revenue`);
}
