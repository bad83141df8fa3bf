import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import { sqlStates } from '../../kernel/index.ts';
import type { Silence } from './silence.ts';

/** Far more than a process has statements of its own; beyond it (texts that grow with their input) none is kept. */
const mostStatements = 500;
const names = new Map<string, string | undefined>();

/**
 * The pool as kysely sees it: whatever has parameters is prepared, so that PostgreSQL parses and plans a statement
 * once a connection and not at every sign-in. Statements that select `*` are left out: prepared, they fail on each
 * connection that was open while a migration added a column.
 */
export function preparedPool(pool: pg.Pool, silence: Silence): PostgresPool {
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: async () => undefined, // whoever opened the pool closes it: kysely does so only if it was ever asked
    async connect() {
      await silence.enter();
      const client = await silence.heard(pool.connect());
      const known = wrapped.get(client);
      if (known) return known;
      const made = preparedClient(client, silence);
      wrapped.set(client, made);
      return made;
    },
  };
}

/** A statement as pg takes it, under its name where it is to be prepared. */
export function preparedQuery(text: string, values: readonly unknown[]): pg.QueryConfig {
  const name = values.length > 0 ? nameOf(text) : undefined;
  return { text, values: values as unknown[], ...(name ? { name } : {}) };
}

function preparedClient(client: pg.PoolClient, silence: Silence): PostgresPoolClient {
  let ofNoUse = false;
  const query = (text: string, values: readonly unknown[]) =>
    silence.heard(client.query(preparedQuery(text, values))).catch((error: unknown) => {
      ofNoUse ||= isReadOnlyFault(error);
      throw error;
    });
  // kysely's type also allows a cursor, which only its streams use: they are not opened here
  return {
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy || ofNoUse),
  };
}

/** What it is connected to cannot be written to, and stays so: after a failover another server is behind the name. */
export const isReadOnlyFault = (error: unknown): boolean =>
  (error as { code?: unknown }).code === sqlStates.readOnly;

function nameOf(text: string): string | undefined {
  if (!names.has(text) && names.size < mostStatements) {
    const selectsAll = /(select|returning|,)\s+("?\w+"?\.)?\*/i.test(text);
    names.set(text, selectsAll ? undefined : `signet-${names.size}`);
  }
  return names.get(text);
}
