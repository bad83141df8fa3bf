export { startEmbeddedPostgres } from './embedded.ts';
export { ensureDatabase, siblingUrl } from './ensure-database.ts';
export { type Database, lookUp, openPool, type Pool } from './pool.ts';
export { migrate } from './schema/index.ts';
export { atTheEnd, inside, transactOn } from './transaction.ts';
