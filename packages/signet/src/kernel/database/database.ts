declare const database: unique symbol;

/**
 * The database, opaque: modules pass it on; only `postgres-*.ts` files can look inside (`platform/postgres`). So nothing of
 * the platform passes through a module's face.
 */
export interface Database {
  readonly [database]: true;
}
