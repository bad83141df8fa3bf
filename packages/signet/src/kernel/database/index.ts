export type { Database } from './database.ts';
export {
  databaseFaultKinds,
  databaseFaultOf,
  isDatabaseAway,
  markDriverError,
  sqlStates,
} from './database-faults.ts';
export { rollBackOnError } from './roll-back-on-error.ts';
export type { Transact, Tx } from './transaction.ts';
