import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';
import { AppError, type Database, type Transact, type Tx } from '../../kernel/index.ts';
import { gather } from './connections.ts';
import { poolBehind, type Queries, silenceBehind } from './pool.ts';
import { isReadOnlyFault, preparedQuery } from './prepared.ts';
import type { Silence } from './silence.ts';
import { headStartOfServer } from './timeouts.ts';

const connections = new WeakMap<object, TransactionConnection>();

/**
 * Begins a transaction on its own connection. The opaque `Tx` is a kysely database bound to it.
 *
 * Round trips are what a transaction costs, so it makes few: `BEGIN` travels with the first statement, statements
 * that do not wait for each other (`Promise.all`) travel together, and so do `COMMIT` and what was left `atTheEnd`.
 */
export const transactOn =
  (db: Database): Transact =>
  async (work) => {
    const silence = silenceBehind(db);
    await silence.enter();
    const client = await silence.heard(poolBehind(db).connect());
    const connection = new TransactionConnection(client, silence);
    const bound = new Kysely({ dialect: dialectOn(connection) });
    connections.set(bound, connection);
    let usable = true;
    try {
      const value = await work(bound as unknown as Tx);
      await connection.commit();
      return value;
    } catch (error) {
      usable = (await connection.rollBack()) && !isReadOnlyFault(error);
      throw error;
    } finally {
      client.release(!usable);
    }
  };

/** The database inside a transaction. For `postgres-*.ts` files and nobody else. */
export const inside = (tx: Tx): Queries => tx as unknown as Queries;

/**
 * Has a statement run as the last of its transaction, in the same breath as `COMMIT`: it costs no round trip of its own,
 * and a row that it locks is held no longer than that. It fails with the transaction and the transaction with it.
 */
export function atTheEnd(tx: Tx, statement: pg.QueryConfig): void {
  const connection = connections.get(tx);
  if (!connection) throw new AppError('not-a-transaction');
  connection.leave(statement);
}

/** Has what this transaction asks from here on be waited for so long, where the server is allowed to take its time. */
export function waitLonger(tx: Tx, milliseconds: number): void {
  const connection = connections.get(tx);
  if (!connection) throw new AppError('not-a-transaction');
  connection.waitLonger(milliseconds + headStartOfServer);
}

class TransactionConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient;
  readonly #silence: Silence;
  readonly #last: pg.QueryConfig[] = [];
  #begun: Promise<unknown> | undefined;
  #over = false;
  #longest: number | undefined;

  constructor(client: pg.PoolClient, silence: Silence) {
    this.#client = client;
    this.#silence = silence;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { command, rowCount, rows } = await this.#send(preparedQuery(sql, parameters));
    const changes = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE';
    return { rows, ...(changes ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}) };
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new AppError('no-streams-in-transactions');
  }

  leave(statement: pg.QueryConfig): void {
    this.#last.push(statement);
  }

  async commit(): Promise<void> {
    if (!this.#begun && this.#last.length === 0) return; // nothing was asked of the database
    const last = this.#last.map((statement) => this.#send(statement));
    this.#over = true;
    const [committed] = await Promise.all([this.#ask({ text: 'COMMIT' }), this.#begun, ...last]);
    // COMMIT of a transaction that failed says ROLLBACK, and no more
    if (committed.command !== 'COMMIT') throw new AppError('transaction-failed');
  }

  waitLonger(milliseconds: number): void {
    this.#longest = milliseconds;
  }

  /** False when the connection is of no further use. */
  async rollBack(): Promise<boolean> {
    this.#over = true;
    try {
      if (this.#begun) await this.#ask({ text: 'ROLLBACK' });
      return true;
    } catch {
      return false; // the error that led here says more, and PostgreSQL rolls back what has lost its connection
    }
  }

  #send(query: pg.QueryConfig): Promise<pg.QueryResult> {
    if (this.#over) throw new AppError('transaction-over');
    gather(this.#client);
    if (!this.#begun) {
      this.#begun = this.#ask({ text: 'BEGIN' });
      this.#begun.catch(() => undefined); // `commit` asks how it went; a statement after it has failed as well
    }
    const longer: object = this.#longest === undefined ? {} : { query_timeout: this.#longest };
    return this.#ask({ ...query, ...longer });
  }

  #ask(query: pg.QueryConfig): Promise<pg.QueryResult> {
    return this.#silence.heard(this.#client.query(query));
  }
}

const dialectOn = (connection: DatabaseConnection): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createQueryCompiler: () => new PostgresQueryCompiler(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createDriver: () => ({
    init: async () => undefined,
    acquireConnection: async () => connection,
    releaseConnection: async () => undefined,
    destroy: async () => undefined,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
  }),
});

const refuse = async (): Promise<never> => {
  throw new AppError('already-in-a-transaction');
};
