export { databaseFault } from './database-fault.ts';
export { lockFault } from './lock-holders.ts';
export { migrate, pendingMigrations } from './migrate.ts';
export {
  isReadOnly,
  makerOfTables,
  mayBecome,
  mayChangeTables,
  mayHideTables,
  maySequence,
  mayWork,
} from './ownership.ts';
export { type NamedDatabase, nameSameDatabase } from './same-database.ts';
