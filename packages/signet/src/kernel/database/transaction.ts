declare const tx: unique symbol;

/**
 * One database transaction, opaque: a use case passes it on; only `postgres-*.ts` files can look inside
 * (`platform/postgres`). State, audit entry and job are written under the same one or not at all.
 */
export interface Tx {
  readonly [tx]: true;
}

/** Runs `work` in one transaction: commits when it resolves, rolls back when it throws. */
export type Transact = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
