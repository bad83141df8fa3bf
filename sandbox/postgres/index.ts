export { startEmbeddedPostgres } from './embedded.ts';
export { ensureDatabase, siblingUrl } from './ensure-database.ts';
