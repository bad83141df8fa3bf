import type { Tx } from './database/transaction.ts';
import type { PersonId } from './ids.ts';

/** What can be written down: dates as ISO text. */
export type Written =
  | string
  | number
  | boolean
  | null
  | readonly Written[]
  | { readonly [name: string]: Written };

/**
 * What one module keeps of a person: told to them when they ask, and forgotten when they leave. Every module that
 * keeps a person's id in a table of its own gives one, and no module reads another's tables.
 */
export interface PersonalData {
  /** Its tables that name a person, in any column. */
  readonly tables: readonly string[];
  /** By the names of sections; times as ISO text. Never a secret, nor what would open one. */
  about(person: PersonId): Promise<Readonly<Record<string, Written>>>;
  /** Leaves no row that names the person. Doing it again is no error. */
  forget(tx: Tx, person: PersonId): Promise<void>;
}
