import { AppError, databaseFaultOf, markDriverError, sqlStates } from '../../../kernel/index.ts';

/** What was being done: without the right to it, another login is needed. */
type Doing = 'using' | 'migrating';

/**
 * Why a database cannot be used, so that whoever starts Signet knows what to change. Most of it is in the kernel's
 * table of database faults; here is what depends on what was being done, and TLS. `setting` is the one that names the database.
 */
export function databaseFault(error: unknown, setting = 'DATABASE_URL', doing: Doing = 'using'): AppError {
  if (error instanceof AppError) return error;
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const [kind, words] =
    byMessage(code, message, doing) ?? byCode(code, setting, doing) ?? ofTable(error) ?? other;
  return new AppError(kind, { message: `Setting ${setting}: ${words}`, cause: error });
}

/** True for codes that describe the state of the server, and not the statement that failed. */
export const isFaultOfServer = (code: string): boolean =>
  databaseFaultOf(markDriverError({ code })) !== undefined;

type Fault = readonly [kind: string, words: string];

const other: Fault = ['database-fault', 'the database answered with an error'];

/** Without the right to something: which login is the one for it. */
const rights: Readonly<Record<Doing, Readonly<Record<string, string>>>> = {
  using: {
    DATABASE_URL: 'this user may not use the tables; name a member of signet_application',
    SIGNET_DATABASE_AUDIT_URL: 'this user may not use the audit log; name a member of signet_audit',
  },
  migrating: {
    DATABASE_URL: 'this user may not change the schema; name its owner in SIGNET_DATABASE_OWNER_URL',
  },
};
const noOwner = 'this user may not change the schema; name its owner';

function ofTable(error: unknown): Fault | undefined {
  const found = databaseFaultOf(markDriverError(error)); // nobody else was asked
  return found && [found.kind, found.words];
}

function byCode(code: string, setting: string, doing: Doing): Fault | undefined {
  if (code === sqlStates.insufficientPrivilege)
    return ['database-rights-missing', rights[doing][setting] ?? noOwner];
  if (/^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED)/.test(code)) {
    return ['database-tls-refused', 'the server’s certificate is not one that is trusted here'];
  }
  return undefined;
}

/** Where one code has several causes, or there is none because no server was reached. */
function byMessage(code: string, message: string, doing: Doing): Fault | undefined {
  if (code === '08P01' && /startup parameter/.test(message)) {
    return ['database-behind-pooler', 'a connection pooler answers there; name the server behind it'];
  }
  if (code === '28000' && /no encryption/.test(message)) {
    return [
      'database-needs-tls',
      'the server takes nobody without TLS, or not this user from here (sslmode)',
    ];
  }
  if (code === sqlStates.insufficientPrivilege && doing === 'using' && /for database/.test(message)) {
    return ['database-refuses-login', 'this user may not connect to this database (GRANT CONNECT)'];
  }
  if (code !== '') return undefined;
  if (/does not support SSL/.test(message)) {
    return ['database-tls-refused', 'the server offers no TLS, and this address asks for it (sslmode)'];
  }
  return undefined;
}
