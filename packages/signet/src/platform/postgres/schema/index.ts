export { databaseFault } from './database-fault.ts';
export { migrate, pendingMigrations } from './migrate.ts';
export { makerOfTables, mayBecome, mayChangeTables, maySequence } from './ownership.ts';
