import { databaseFaultOf } from '../kernel/index.ts';
import type { Log, LogFields } from '../platform/log/index.ts';

/** The kind of fault of the database that an error is, by the name of docs/database-faults.md, where it is one. */
const kindOf = (error: unknown): LogFields => {
  const fault = databaseFaultOf(error);
  return fault ? { fault: fault.kind } : {};
};

/** A database that is away is one fault and not one of each request: it is no error of ours, and needs no stack. */
export function sayRequestFailed(log: Log, error: unknown, fields: LogFields, otherwise: string): void {
  const fault = databaseFaultOf(error);
  if (fault?.away)
    log.warn({ ...fields, fault: fault.kind }, `a request was told to try again: ${fault.words}`);
  else log.error({ ...fields, error }, otherwise);
}

/** What is done again by itself, and so passes where the database was away. */
export function sayTriedAgain(log: Log, error: unknown, fields: LogFields, what: string): void {
  log.warn({ ...fields, ...kindOf(error), error }, what);
}

/** What is not done again by itself, whatever kept it from being done. */
export function sayGivenUp(log: Log, error: unknown, fields: LogFields, what: string): void {
  log.error({ ...fields, ...kindOf(error), error }, what);
}

/** What nothing else makes up for: an error of ours, unless it is only the database that is away. */
export function sayFault(log: Log, error: unknown, what: string): void {
  if (databaseFaultOf(error)?.away) sayTriedAgain(log, error, {}, what);
  else log.error({ error, ...kindOf(error) }, what);
}

export const sayDatabaseLost = (log: Log, error: unknown): void =>
  sayTriedAgain(log, error, {}, 'a database connection was lost');
