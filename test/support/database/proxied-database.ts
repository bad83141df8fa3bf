import pg from 'pg';
import { inject } from 'vitest';
import { siblingUrl } from '../../../sandbox/postgres/index.ts';
import { createTestDatabase } from './database.ts';
import { openTcpProxy, type TcpProxy } from './tcp-proxy.ts';

/** A test's own database behind a network that the test may disturb. */
export interface ProxiedDatabase {
  /** As `signet_application`, through the proxy. */
  readonly url: string;
  readonly proxy: TcpProxy;
  /** What an operator or another program does there, past the proxy, as the owner of everything. */
  asOwner(...statements: readonly string[]): Promise<void>;
  /** Holds what these statements lock until released. */
  hold(...statements: readonly string[]): Promise<() => Promise<void>>;
  /** Ends all connections of others, as a server that is stopped does. */
  endConnections(): Promise<void>;
  /** Keeps the database as it is now, to be put back. */
  keep(): Promise<{ putBack(): Promise<void> }>;
  remove(): Promise<void>;
}

export async function proxiedDatabase(): Promise<ProxiedDatabase> {
  const database = await createTestDatabase();
  const server = inject('postgresUrl');
  const proxy = await openTcpProxy(() => Number(new URL(server).port));
  const url = new URL(database.url);
  url.port = String(proxy.port);
  const name = url.pathname.slice(1);
  const kept = `${name}_kept`;
  const onServer = (...statements: readonly string[]) => run(server, statements);
  const endConnections = () =>
    onServer(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);

  /** Nobody may come back in between: a database with connections is neither copied nor renamed. */
  async function alone(...statements: readonly string[]): Promise<void> {
    proxy.refuse();
    await onServer(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await endConnections();
    await onServer(...statements, `ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    proxy.forward();
  }

  return {
    url: url.href,
    proxy,
    asOwner: (...statements) => run(siblingUrl(server, name), statements),
    hold: (...statements) => holdOpen(siblingUrl(server, name), statements),
    endConnections,
    async keep() {
      await alone(`CREATE DATABASE ${kept} TEMPLATE ${name}`);
      return {
        putBack: () =>
          alone(`DROP DATABASE ${name} WITH (FORCE)`, `ALTER DATABASE ${kept} RENAME TO ${name}`),
      };
    },
    async remove() {
      await proxy.close();
      await database.drop();
      await onServer(`DROP DATABASE IF EXISTS ${kept}`);
    },
  };
}

async function run(url: string, statements: readonly string[]): Promise<void> {
  const client = await connected(url);
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function holdOpen(url: string, statements: readonly string[]): Promise<() => Promise<void>> {
  const client = await connected(url);
  for (const statement of ['BEGIN', ...statements]) await client.query(statement);
  return () => client.end();
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // cut by a test on purpose; whoever uses it hears from their statement
  await client.connect();
  return client;
}
