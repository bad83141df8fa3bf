import type { Tx } from '../../../kernel/index.ts';
import type { Circuit, OfficeName } from './circuit.ts';

/** The circuits of all processes together. An office of which nothing is kept answers. */
export interface CircuitStore {
  of(office: OfficeName): Promise<Circuit>;
  /** Those that are open. */
  open(): Promise<readonly (Circuit & { readonly office: OfficeName })[]>;
  /** As it is now; nobody else changes it before the transaction is over. */
  lock(tx: Tx, office: OfficeName): Promise<Circuit>;
  keep(tx: Tx, office: OfficeName, circuit: Circuit): Promise<void>;
}
