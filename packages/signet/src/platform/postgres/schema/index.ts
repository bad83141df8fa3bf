export { databaseFault } from './database-fault.ts';
export { migrate, pendingMigrations } from './migrate.ts';
export { mayChangeTables } from './ownership.ts';
