export { type Migratable, migrate } from './migrate.ts';
export { type AgencyDatabase, type OpenOptions, openDatabase } from './open-database.ts';
