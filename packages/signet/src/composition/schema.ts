import { AppError } from '../kernel/index.ts';
import { installJobs } from '../platform/jobs/index.ts';
import { mayChangeTables, migrate, openPool, pendingMigrations } from '../platform/postgres/index.ts';
import type { Resources } from './resources.ts';

type Needs = Pick<Resources, 'settings' | 'log' | 'pool' | 'auditPool'>;

/**
 * Brings the schema forward by the files in `migrations`, as its owner. Where production names none, another process does
 * that, and this one looks whether it was done. Returns what was
 * applied.
 */
export async function bringForward(needs: Needs, migrations: string): Promise<readonly string[]> {
  const { settings, log, pool } = needs;
  const production = settings.SIGNET_PROFILE === 'production';
  const pending = await pendingMigrations(pool.db, migrations);
  const byAnother = production && !settings.SIGNET_DATABASE_OWNER_URL;
  if (byAnother && pending.length > 0) throw behind(pending);
  const applied = byAnother ? [] : await asOwner(needs, migrations);
  if (applied.length > 0) log.info({ applied: applied.length }, 'database schema brought forward');
  if (production) await refuseOwners(needs);
  return applied;
}

const behind = (pending: readonly string[]): AppError =>
  new AppError('schema-behind', {
    message: `Setting SIGNET_DATABASE_OWNER_URL: needed, for this database lacks ${pending.length} migrations`,
  });

async function asOwner({ settings, log }: Needs, migrations: string): Promise<readonly string[]> {
  const named = settings.SIGNET_DATABASE_OWNER_URL;
  const url = (named ?? settings.DATABASE_URL)?.reveal();
  if (!url) throw new AppError('bad-setting', { message: 'Setting DATABASE_URL: needed' });
  const owner = openPool(url, (error) => log.warn({ error }, 'a database connection was lost'), 1);
  const setting = named ? 'SIGNET_DATABASE_OWNER_URL' : 'DATABASE_URL';
  try {
    const applied = await migrate(owner.db, migrations, setting);
    if (named || applied.length > 0) await installJobs(url);
    return applied;
  } finally {
    await owner.close();
  }
}

/** Whoever owns the tables can drop what protects the audit log, and so can whoever breaks into them. */
async function refuseOwners({ pool, auditPool }: Needs): Promise<void> {
  const logins = [
    ['DATABASE_URL', 'signet_application', pool],
    ['SIGNET_DATABASE_AUDIT_URL', 'signet_audit', auditPool],
  ] as const;
  for (const [setting, group, { db }] of logins) {
    if (!(await mayChangeTables(db))) continue;
    throw new AppError('database-login-owns-tables', {
      message: `Setting ${setting}: this user may change the tables, and so remove what protects the audit log. Name a member of ${group}, and the owner in SIGNET_DATABASE_OWNER_URL`,
    });
  }
}
