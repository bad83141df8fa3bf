import { AppError, systemClock } from '../kernel/index.ts';
import { installJobs } from '../platform/jobs/index.ts';
import {
  databaseFault,
  lockFault,
  migrate,
  openPool,
  type Pool,
  pendingMigrations,
  refuseWrongClock,
  serverDecides,
} from '../platform/postgres/index.ts';
import { refuseOtherDatabases, refuseReadOnly } from './database-named.ts';
import {
  refuseLoginsWithPowerOverTables,
  refuseUnableToMigrate,
  refuseUnableToSequence,
  refuseUnableToWork,
} from './logins.ts';
import type { Resources } from './resources.ts';
import { sayDatabaseLost } from './say-faults.ts';

type Needs = Pick<Resources, 'settings' | 'log' | 'pool' | 'auditPool'>;

/**
 * Brings the schema forward by the files in `migrations`, as its owner, once `inspectSchema` found nothing to refuse.
 * Where production names no owner, another process does that. Returns what was applied.
 */
export async function bringForward(needs: Needs, migrations: string): Promise<readonly string[]> {
  const pending = await inspectSchema(needs, migrations);
  const applied = migratesItself(needs) ? await asOwner(needs, migrations) : [];
  if (applied.length > 0) needs.log.info({ applied: applied.length }, 'database schema brought forward');
  if (applied.length + pending.length > 0) {
    const left = await inspectSchema(needs, migrations); // now of the tables themselves
    if (left.length > 0) throw stillBehind(left);
  }
  return applied;
}

/** Brings the schema forward and refuses what a start must not run with: what `inspectStart` sees beforehand. */
export async function prepareStart(needs: Needs, migrations: string): Promise<void> {
  await inspectStart(needs, migrations);
  await bringForward(needs, migrations);
  await refuseUnableToSequence(needs);
}

/** Refuses what a start would refuse, and changes nothing. Returns the migrations that a start would apply. */
export async function inspectStart(needs: Needs, migrations: string): Promise<readonly string[]> {
  const pending = await inspectSchema(needs, migrations);
  await refuseUnableToSequence(needs);
  await refuseWrongClock(needs.pool.db, systemClock);
  return pending;
}

async function inspectSchema(needs: Needs, migrations: string): Promise<readonly string[]> {
  const pending = await pendingMigrations(needs.pool.db, migrations);
  if (pending.length > 0 && !migratesItself(needs)) throw behind(pending);
  if (!needs.settings.SIGNET_DATABASE_OWNER_URL) await inspectLogins(needs, pending);
  else await withOwner(needs, ({ owner }) => inspectLogins(needs, pending, owner));
  return pending;
}

/** `owner`: as whom the schema is changed, where one is named. */
async function inspectLogins(needs: Needs, pending: readonly string[], owner?: Pool): Promise<void> {
  await refuseReadOnly(needs, owner);
  await refuseOtherDatabases(needs, owner);
  if (needs.settings.SIGNET_PROFILE === 'production') {
    await refuseLoginsWithPowerOverTables(needs, owner);
    if (owner && pending.length > 0) await refuseUnableToMigrate(owner);
  }
  await refuseUnableToWork(needs);
}

const migratesItself = ({ settings }: Needs): boolean =>
  settings.SIGNET_PROFILE !== 'production' || settings.SIGNET_DATABASE_OWNER_URL !== undefined;

const behind = (pending: readonly string[]): AppError =>
  new AppError('schema-behind', {
    message: `Setting SIGNET_DATABASE_OWNER_URL: needed, for this database lacks ${pending.length} migrations`,
  });

const stillBehind = (pending: readonly string[]): AppError =>
  new AppError('schema-behind', {
    message: `Setting DATABASE_URL: all migrations were applied, and yet this database lacks ${pending.length}`,
  });

const asOwner = (needs: Needs, migrations: string): Promise<readonly string[]> =>
  withOwner(needs, async ({ owner, url, setting }) => {
    const applied = await migrate(owner.db, migrations, setting);
    if (needs.settings.SIGNET_DATABASE_OWNER_URL || applied.length > 0) {
      await installJobs(url).catch(async (error: unknown) => {
        const fault = databaseFault(error, setting, 'migrating');
        throw fault.code === 'database-locked' ? await lockFault(owner.db, setting, error) : fault;
      });
    }
    return applied;
  });

async function withOwner<T>(
  { settings, log }: Needs,
  work: (as: { owner: Pool; url: string; setting: string }) => Promise<T>,
): Promise<T> {
  const named = settings.SIGNET_DATABASE_OWNER_URL;
  const url = (named ?? settings.DATABASE_URL)?.reveal();
  if (!url) throw new AppError('bad-setting', { message: 'Setting DATABASE_URL: needed' });
  const owner = openPool(url, (error) => sayDatabaseLost(log, error), 1, serverDecides);
  try {
    return await work({ owner, url, setting: named ? 'SIGNET_DATABASE_OWNER_URL' : 'DATABASE_URL' });
  } finally {
    await owner.close();
  }
}
