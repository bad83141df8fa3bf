import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { withConnection } from './with-connection.ts';

/** Signet's database, as each of its logins reaches it. */
export interface Logins {
  /** Reads and writes the tables, and owns none. */
  readonly application: string;
  /** Orders the audit log. */
  readonly audit: string;
}

/** Each login, and the group whose rights it has. */
const groups = { application: 'signet_application', audit: 'signet_audit' } as const;

/**
 * The two logins that an operator makes beside the owner of a database (docs/operators.md, "Three roles"). `url` is that
 * of a superuser. Their passwords are new at each call.
 */
export const makeLogins = (url: string): Promise<Logins> =>
  withConnection({ connectionString: url }, async (client) => ({
    application: await makeLogin(client, url, 'application'),
    audit: await makeLogin(client, url, 'audit'),
  }));

async function makeLogin(client: pg.Client, url: string, as: keyof Logins): Promise<string> {
  const login = new URL(url);
  login.username = `${groups[as]}_login`;
  login.password = randomBytes(24).toString('hex');
  const [group, user] = [groups[as], login.username];
  await ensureRole(client, group);
  await ensureRole(client, user);
  await client.query(`ALTER ROLE ${user} LOGIN PASSWORD ${client.escapeLiteral(login.password)}`);
  await client.query(`GRANT ${group} TO ${user}`);
  return login.toString();
}

async function ensureRole(client: pg.Client, name: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
  if (rowCount === 0) await client.query(`CREATE ROLE ${name}`);
}
