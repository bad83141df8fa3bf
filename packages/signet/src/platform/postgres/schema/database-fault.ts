import { AppError } from '../../../kernel/index.ts';

/** What was being done: without the right to it, another login is needed. */
type Doing = 'using' | 'migrating';

/**
 * Why a database cannot be used, so that whoever starts Signet knows what to change. By PostgreSQL's error codes
 * (appendix A of its manual), those of the network and those of TLS. `setting` is the one that names the database.
 */
export function databaseFault(error: unknown, setting = 'DATABASE_URL', doing: Doing = 'using'): AppError {
  if (error instanceof AppError) return error;
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const [kind, words] = byMessage(code, message, doing) ?? byCode(code, setting, doing) ?? other;
  return new AppError(kind, { message: `Setting ${setting}: ${words}`, cause: error });
}

/** Whether a code of the server says more of why something failed than what it was that failed. */
export const isFaultOfServer = (code: string): boolean =>
  code in faults || classes.some(([start]) => code.startsWith(start));

type Fault = readonly [kind: string, words: string];

const other: Fault = ['database-fault', 'the database answered with an error'];

const faults: Readonly<Record<string, Fault>> = {
  '28P01': ['database-refuses-login', 'the server refuses this user or password'],
  '28000': ['database-refuses-login', 'the server does not let this user in: see its roles and pg_hba.conf'],
  '3D000': ['database-missing', 'the server has no database of this name'],
  '3F000': ['database-schema-missing', 'this user’s search_path names no schema that there is'],
  '55000': ['database-closed', 'this database takes no connections (ALLOW_CONNECTIONS)'],
  '25006': [
    'database-read-only',
    'this is a standby, or set to be read only; name the server that is written to',
  ],
  '53100': ['database-full', 'the server’s disk is full'],
  '53200': ['database-out-of-memory', 'the server is out of memory'],
  '53300': [
    'database-connections-used-up',
    'the server takes no more connections (its max_connections, or the limit of this user or database)',
  ],
  '53400': ['database-limit-reached', 'a limit of the server’s configuration is reached'],
  '40001': ['database-busy', 'another transaction was in the way; start again'],
  '40P01': ['database-busy', 'another transaction was in the way; start again'],
  '55P03': ['database-locked', 'another connection holds a lock that is needed; pg_locks says which'],
  '57014': [
    'database-too-slow',
    'the server ended a statement that took longer than it may (statement_timeout), or somebody did',
  ],
  '57P01': ['database-stopping', 'the server closed the connection: it is being stopped, or somebody did it'],
  '57P02': ['database-stopping', 'the server closed the connection: it crashed and starts anew'],
  '57P03': ['database-starting', 'the server is being started or stopped; try again in a moment'],
  '57P04': ['database-missing', 'this database was removed meanwhile'],
  '57P05': ['database-timeouts', 'the server closed the connection for lying idle (idle_session_timeout)'],
  '25P03': [
    'database-timeouts',
    'the server ended a transaction for lying idle (idle_in_transaction_session_timeout)',
  ],
  '25P04': ['database-timeouts', 'the server ended a transaction that was too long (transaction_timeout)'],
  '08P01': ['database-speaks-otherwise', 'what answers there does not speak as PostgreSQL does'],
};

/** Codes that begin so, where the table above does not know the code itself. */
const classes: readonly (readonly [start: string, fault: Fault])[] = [
  ['08', ['database-unreachable', 'the connection could not be made, or broke']],
  ['53', ['database-exhausted', 'the server has run out of something it needs']],
  ['57P', ['database-stopping', 'the server ended the connection']],
  ['58', ['database-broken', 'the server met a fault of its disk or system; see its log']],
  ['XX', ['database-broken', 'the server met a fault of its own or damaged data; see its log']],
];

const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
]);

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

function byCode(code: string, setting: string, doing: Doing): Fault | undefined {
  if (code === '42501') return ['database-rights-missing', rights[doing][setting] ?? noOwner];
  if (networkCodes.has(code)) return ['database-unreachable', 'no server answers there'];
  if (/^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED)/.test(code)) {
    return ['database-tls-refused', 'the server’s certificate is not one that is trusted here'];
  }
  return faults[code] ?? classes.find(([start]) => code.startsWith(start))?.[1];
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
  if (code === '42501' && doing === 'using' && /for database/.test(message)) {
    return ['database-refuses-login', 'this user may not connect to this database (GRANT CONNECT)'];
  }
  if (code !== '') return undefined;
  if (/does not support SSL/.test(message)) {
    return ['database-tls-refused', 'the server offers no TLS, and this address asks for it (sslmode)'];
  }
  if (/timeout|terminated/i.test(message)) return ['database-unreachable', 'no server answers there'];
  return undefined;
}
