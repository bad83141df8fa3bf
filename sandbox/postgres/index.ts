export { startEmbeddedPostgres } from './embedded.ts';
export { ensureDatabase, siblingUrl } from './ensure-database.ts';
export { type Logins, makeLogins } from './logins.ts';
