import type { Transact, Tx } from '../../kernel/index.ts';
import type { Database } from './pool.ts';

/** Begins a transaction on its own connection. The opaque `Tx` is the kysely transaction itself. */
export const transactOn =
  (db: Database): Transact =>
  (work) =>
    db.transaction().execute((trx) => work(trx as unknown as Tx));

/** The database inside a transaction. For `postgres-*.ts` files and nobody else. */
export const inside = (tx: Tx): Database => tx as unknown as Database;
