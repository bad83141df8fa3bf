import { AppError } from '../kernel/index.ts';
import {
  databaseFault,
  makerOfTables,
  mayBecome,
  mayChangeTables,
  mayHideTables,
  maySequence,
  mayWork,
  type Pool,
} from '../platform/postgres/index.ts';
import type { Resources } from './resources.ts';

type Logins = Pick<Resources, 'settings' | 'pool' | 'auditPool'>;

/**
 * A login that owns the tables can drop what protects the audit log, and so can anybody who breaks into it. The
 * tables' owner is known before there are any tables: `owner`, where one is named.
 */
export async function refuseLoginsWithPowerOverTables(
  { pool, auditPool }: Logins,
  owner?: Pool,
): Promise<void> {
  const maker = owner && (await naming('SIGNET_DATABASE_OWNER_URL', makerOfTables(owner.db)));
  const logins = [
    ['DATABASE_URL', 'signet_application', pool],
    ['SIGNET_DATABASE_AUDIT_URL', 'signet_audit', auditPool],
  ] as const;
  for (const [setting, group, { db }] of logins) {
    const owns =
      (await naming(setting, mayChangeTables(db))) || (maker?.may && (await mayBecome(db, maker.user)));
    if (owns)
      throw new AppError('database-login-owns-tables', {
        message: `Setting ${setting}: this user may change the tables, and so remove what protects the audit log. Name a member of ${group}, and the owner in SIGNET_DATABASE_OWNER_URL`,
      });
    if (await naming(setting, mayHideTables(db)))
      throw new AppError('database-login-hides-tables', {
        message: `Setting ${setting}: this user may make temporary tables, and so hide the audit log behind one. As the database's owner: REVOKE TEMPORARY ON DATABASE … FROM PUBLIC, and from whomever it was given to`,
      });
  }
}

export async function refuseUnableToMigrate(owner: Pool): Promise<void> {
  if ((await naming('SIGNET_DATABASE_OWNER_URL', makerOfTables(owner.db))).may) return;
  throw new AppError('database-rights-missing', {
    message: 'Setting SIGNET_DATABASE_OWNER_URL: this user may not change the schema; name its owner',
  });
}

/** It would start, and refuse everybody who comes. */
export async function refuseUnableToWork({ pool }: Logins): Promise<void> {
  if (await naming('DATABASE_URL', mayWork(pool.db))) return;
  throw new AppError('database-rights-missing', {
    message: 'Setting DATABASE_URL: this user may not use the tables; name a member of signet_application',
  });
}

/** A worker that may not order the audit log would try for ever, while its entries wait. A web process never does it. */
export async function refuseUnableToSequence({ settings, auditPool }: Logins): Promise<void> {
  if (settings.SIGNET_ROLE === 'web') return;
  const setting = settings.SIGNET_DATABASE_AUDIT_URL ? 'SIGNET_DATABASE_AUDIT_URL' : 'DATABASE_URL';
  if (await naming(setting, maySequence(auditPool.db))) return;
  const also = settings.SIGNET_DATABASE_AUDIT_URL ? '' : ', or one in SIGNET_DATABASE_AUDIT_URL';
  throw new AppError('database-login-cannot-sequence', {
    message: `Setting ${setting}: this user may not put the audit log in order. Name a member of signet_audit${also}`,
  });
}

/** A fault of the database then names the setting with which it was reached. */
const naming = <T>(setting: string, answer: Promise<T>): Promise<T> =>
  answer.catch((error: unknown) => {
    throw databaseFault(error, setting);
  });
