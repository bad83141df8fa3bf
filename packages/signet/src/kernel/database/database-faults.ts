/** A way in which a database does not do what it is asked. */
export interface DatabaseFault {
  /** The stable name, under which logs and docs/database-faults.md speak of it. */
  readonly kind: `database-${string}`;
  /** Whether it only means "not now": nothing of ours is broken, and whoever asks is told to try again soon. */
  readonly away: boolean;
  /** For the operator, after the setting that names the database. */
  readonly words: string;
}

/** PostgreSQL's error codes that are told apart by name; what they mean to an operator is in the rows below. */
export const sqlStates = {
  duplicateTable: '42P07',
  insufficientPrivilege: '42501',
  lockNotAvailable: '55P03',
  readOnly: '25006',
  uniqueViolation: '23505',
} as const;

type Row = readonly [codes: readonly string[], kind: DatabaseFault['kind'], words: string];

/**
 * Everything that counts as a database being away, by PostgreSQL's error codes (appendix A of its manual). A code of two or
 * three characters is a whole class, for what is not named by itself.
 */
const away: readonly Row[] = [
  [['08'], 'database-unreachable', 'the connection could not be made, or broke'],
  [['08P01'], 'database-speaks-otherwise', 'what answers there does not speak as PostgreSQL does'],
  [
    [sqlStates.readOnly],
    'database-read-only',
    'this is a standby, or set to be read only; name the server that is written to',
  ],
  [
    ['25P03'],
    'database-timeouts',
    'the server ended a transaction for lying idle (idle_in_transaction_session_timeout)',
  ],
  [['25P04'], 'database-timeouts', 'the server ended a transaction that was too long (transaction_timeout)'],
  [['53'], 'database-exhausted', 'the server has run out of something it needs'],
  [['53100'], 'database-full', 'the server’s disk is full'],
  [['53200'], 'database-out-of-memory', 'the server is out of memory'],
  [
    ['53300'],
    'database-connections-used-up',
    'the server takes no more connections (its max_connections, or the limit of this user or database)',
  ],
  [['53400'], 'database-limit-reached', 'a limit of the server’s configuration is reached'],
  [
    [sqlStates.lockNotAvailable],
    'database-locked',
    'another connection holds a lock that is needed; pg_locks says which',
  ],
  [
    ['57014'],
    'database-too-slow',
    'the server ended a statement that took longer than it may (statement_timeout), or somebody did',
  ],
  [['57P'], 'database-stopping', 'the server ended the connection'],
  [
    ['57P01'],
    'database-stopping',
    'the server closed the connection: it is being stopped, or somebody did it',
  ],
  [['57P02'], 'database-stopping', 'the server closed the connection: it crashed and starts anew'],
  [['57P03'], 'database-starting', 'the server is being started or stopped; try again in a moment'],
  [['57P04'], 'database-missing', 'this database was removed meanwhile'],
  [['57P05'], 'database-timeouts', 'the server closed the connection for lying idle (idle_session_timeout)'],
  [['58'], 'database-broken', 'the server met a fault of its disk or system; see its log'],
];

/** What a start is told of. Of a database that runs they are faults: trying again does not help. */
const wrong: readonly Row[] = [
  [['28P01'], 'database-refuses-login', 'the server refuses this user or password'],
  [
    ['28000'],
    'database-refuses-login',
    'the server does not let this user in: see its roles and pg_hba.conf',
  ],
  [['3D000'], 'database-missing', 'the server has no database of this name'],
  [['3F000'], 'database-schema-missing', 'this user’s search_path names no schema that there is'],
  [['40001', '40P01'], 'database-busy', 'another transaction was in the way; start again'],
  [['55000'], 'database-closed', 'this database takes no connections (ALLOW_CONNECTIONS)'],
  [['XX'], 'database-broken', 'the server met a fault of its own or damaged data; see its log'],
];

const faults: ReadonlyMap<string, DatabaseFault> = new Map(
  [away, wrong].flatMap((rows) =>
    rows.flatMap(([codes, kind, words]) =>
      codes.map((code): [string, DatabaseFault] => [code, { kind, words, away: rows === away }]),
    ),
  ),
);

/** Of the network, which has the same words for a mail server or an authority that cannot be reached. */
const codesOfNetwork = new Set(
  'ECONNREFUSED ECONNRESET ETIMEDOUT EHOSTUNREACH ENETUNREACH ENETDOWN ENOTFOUND EAI_AGAIN EPIPE ECONNABORTED'.split(
    ' ',
  ),
);

const noServer = 'no server answers there';

/** What the driver itself finds out has no code. */
const saidByDriver: readonly (readonly [said: RegExp, kind: DatabaseFault['kind'], words: string])[] = [
  [/read timeout/, 'database-silent', 'the server neither answers nor hangs up'],
  [
    /timeout exceeded when trying to connect/,
    'database-pool-used-up',
    'all connections of this process are in use, and none became free in time',
  ],
  [
    /timeout expired|connection timeout|Connection terminated|connection ended|not queryable/,
    'database-unreachable',
    noServer,
  ],
];

const ofDriver = new WeakSet<object>();

/**
 * Marks an error as one of the database's driver. Without it a code of the network, or words about a time that was over,
 * count as nobody's in particular: they may be about any other server that we talk to.
 */
export function markDriverError<T>(error: T): T {
  if (typeof error === 'object' && error !== null) ofDriver.add(error);
  return error;
}

/** The fault that an error or one of its causes is, as far as it is one of the database. */
export function databaseFaultOf(error: unknown): DatabaseFault | undefined {
  const { code, message, cause } = (error ?? {}) as { code?: unknown; message?: unknown; cause?: unknown };
  const found =
    byCode(String(code ?? '')) ??
    (ofDriver.has(error as object) ? withoutServer(code, String(message ?? '')) : undefined);
  return found ?? (cause === undefined ? undefined : databaseFaultOf(cause));
}

const byCode = (code: string): DatabaseFault | undefined =>
  /^[0-9A-Z]{5}$/.test(code)
    ? (faults.get(code) ?? faults.get(code.slice(0, 3)) ?? faults.get(code.slice(0, 2)))
    : undefined;

/** What the driver says where the server said nothing. */
function withoutServer(code: unknown, message: string): DatabaseFault | undefined {
  if (codesOfNetwork.has(String(code))) return { kind: 'database-unreachable', words: noServer, away: true };
  const found = code === undefined ? saidByDriver.find(([said]) => said.test(message)) : undefined;
  return found && { kind: found[1], words: found[2], away: true };
}

/** Whether a fault only means that the database does not answer now: "try again soon", and nothing of ours is broken. */
export const isDatabaseAway = (error: unknown): boolean => databaseFaultOf(error)?.away ?? false;

/** The kinds that count as away, and those that do not, for what is held to this table. */
export const databaseFaultKinds = {
  away: [...new Set([...away, ...saidByDriver].map(([, kind]) => kind))],
  wrong: [...new Set(wrong.map(([, kind]) => kind))],
} as const;
