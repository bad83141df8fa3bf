import { expect, it } from 'vitest';
import { AppError } from '../../../kernel/index.ts';
import { databaseFault } from './database-fault.ts';

/** What a server or the network says when a start fails, and what the operator is told. */
const table: readonly [code: string, message: string, kind: string, words: RegExp][] = [
  ['28P01', 'password authentication failed for user "x"', 'database-refuses-login', /user or password/],
  ['28000', 'role "x" is not permitted to log in', 'database-refuses-login', /let this user in/],
  [
    '28000',
    'no pg_hba.conf entry for host "1", user "x", database "d", no encryption',
    'database-needs-tls',
    /TLS/,
  ],
  ['3D000', 'database "x" does not exist', 'database-missing', /no database of this name/],
  ['3F000', 'no schema has been selected to create in', 'database-schema-missing', /search_path/],
  ['42501', 'permission denied for table people', 'database-rights-missing', /member of signet_application/],
  ['42501', 'permission denied for database "x"', 'database-refuses-login', /GRANT CONNECT/],
  ['25006', 'cannot execute INSERT in a read-only transaction', 'database-read-only', /standby/],
  ['53100', 'could not extend file: No space left on device', 'database-full', /disk is full/],
  ['53200', 'out of memory', 'database-out-of-memory', /out of memory/],
  ['53300', 'sorry, too many clients already', 'database-connections-used-up', /no more connections/],
  ['53999', 'something of that class', 'database-exhausted', /run out/],
  ['40P01', 'deadlock detected', 'database-busy', /start again/],
  ['55P03', 'canceling statement due to lock timeout', 'database-locked', /holds a lock/],
  ['55000', 'database "x" is not currently accepting connections', 'database-closed', /takes no connections/],
  ['57014', 'canceling statement due to statement timeout', 'database-too-slow', /took longer than it may/],
  ['57P01', 'terminating connection due to administrator command', 'database-stopping', /being stopped/],
  ['57P03', 'the database system is starting up', 'database-starting', /try again in a moment/],
  ['57P05', 'terminating connection due to idle-session timeout', 'database-timeouts', /lying idle/],
  ['58030', 'could not read block', 'database-broken', /see its log/],
  ['XX001', 'invalid page in block', 'database-broken', /damaged data/],
  ['08006', 'connection failure', 'database-unreachable', /broke/],
  ['08P01', 'unsupported startup parameter: statement_timeout', 'database-behind-pooler', /pooler/],
  ['08P01', 'invalid frontend message type', 'database-speaks-otherwise', /does not speak as PostgreSQL/],
  ['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1', 'database-unreachable', /no server answers there/],
  ['ENOTFOUND', 'getaddrinfo ENOTFOUND x', 'database-unreachable', /no server answers there/],
  ['', 'timeout expired', 'database-unreachable', /no server answers there/],
  ['', 'Connection terminated unexpectedly', 'database-unreachable', /no server answers there/],
  ['', 'The server does not support SSL connections', 'database-tls-refused', /offers no TLS/],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate', 'database-tls-refused', /certificate/],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'Hostname does not match', 'database-tls-refused', /certificate/],
  ['22012', 'division by zero', 'database-fault', /answered with an error/],
];

it.each(table)('%s "%s" is %s', (code, message, kind, words) => {
  const cause = Object.assign(new Error(message), code === '' ? {} : { code });
  const fault = databaseFault(cause, 'DATABASE_URL');
  expect(fault).toMatchObject({ code: kind, cause });
  expect(fault.message).toMatch(words);
  expect(fault.message).toMatch(/^Setting DATABASE_URL: /);
});

it('each way has words of its own', () => {
  const words = table.map(([code, message]) => databaseFault({ code, message }).message);
  const kinds = new Set(table.map(([, , kind]) => kind));
  expect(new Set(words).size).toBeGreaterThanOrEqual(kinds.size);
});

it('without a right, the login that has it is named: by its setting, and by what was being done', () => {
  const refused = { code: '42501', message: 'permission denied for schema public' };
  const told = (setting: string, doing?: 'migrating') => databaseFault(refused, setting, doing).message;
  expect(told('DATABASE_URL')).toContain('name a member of signet_application');
  expect(told('SIGNET_DATABASE_AUDIT_URL')).toContain('name a member of signet_audit');
  expect(told('SIGNET_DATABASE_OWNER_URL', 'migrating')).toMatch(/change the schema; name its owner$/);
  expect(told('DATABASE_URL', 'migrating')).toContain('name its owner in SIGNET_DATABASE_OWNER_URL');
});

it('what is one of ours already stays as it is', () => {
  const ours = new AppError('database-differs');
  expect(databaseFault(ours)).toBe(ours);
});
