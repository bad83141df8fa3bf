import { AppError, sqlStates } from '../kernel/index.ts';
import {
  databaseFault,
  isReadOnly,
  type NamedDatabase,
  nameSameDatabase,
  type Pool,
} from '../platform/postgres/index.ts';
import type { Resources } from './resources.ts';

type Databases = Pick<Resources, 'settings' | 'pool' | 'auditPool'>;

/** What each setting names, that of the application first. `owner`: where SIGNET_DATABASE_OWNER_URL names one. */
const namedBy = (
  { settings, pool, auditPool }: Databases,
  owner?: Pool,
): readonly [NamedDatabase, ...NamedDatabase[]] => [
  { setting: 'DATABASE_URL', db: pool.db },
  ...(settings.SIGNET_DATABASE_AUDIT_URL ? [{ setting: 'SIGNET_DATABASE_AUDIT_URL', db: auditPool.db }] : []),
  ...(owner ? [{ setting: 'SIGNET_DATABASE_OWNER_URL', db: owner.db }] : []),
];

/** Else migrations would go to another database than people's data, or its log would be put in order there. */
export async function refuseOtherDatabases(databases: Databases, owner?: Pool): Promise<void> {
  const [application, ...others] = namedBy(databases, owner);
  for (const other of others) {
    if (await nameSameDatabase(application, other)) continue;
    throw new AppError('database-differs', {
      message: `Setting ${other.setting}: this is another database than that of DATABASE_URL; both have to name the same one`,
    });
  }
}

/** A standby answers all that a start asks, and then refuses every act. */
export async function refuseReadOnly(databases: Databases, owner?: Pool): Promise<void> {
  for (const { setting, db } of namedBy(databases, owner)) {
    const readOnly = await isReadOnly(db).catch((error: unknown) => {
      throw databaseFault(error, setting);
    });
    if (readOnly)
      throw databaseFault({ code: sqlStates.readOnly, message: 'transaction_read_only is on' }, setting);
  }
}
