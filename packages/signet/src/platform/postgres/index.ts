export { refuseWrongClock } from './clock-difference.ts';
export { outliveUnheardLosses, withConnection } from './connections.ts';
export { deleteExpired, emptyPastDay, longestInDaySlots } from './day-slots.ts';
export { insertKeptRows } from './kept-rows.ts';
export { lookUp, openPool, type Pool, type Queries, queriesOn, runOnPool } from './pool.ts';
export {
  databaseFault,
  isReadOnly,
  lockFault,
  makerOfTables,
  mayBecome,
  mayChangeTables,
  mayHideTables,
  maySequence,
  mayWork,
  migrate,
  type NamedDatabase,
  nameSameDatabase,
  pendingMigrations,
} from './schema/index.ts';
export { answeringWithin, patient, serverDecides, type Timeouts } from './timeouts.ts';
export { atTheEnd, inside, transactOn, waitLonger } from './transaction.ts';
export { askWhetherUsable } from './usable.ts';
