import type { PersonId, Tx } from '../../kernel/index.ts';

export interface KeptAddress {
  readonly id: string;
  readonly sealed: Buffer;
  readonly primary: boolean;
  readonly verifiedAt: Date;
}

export interface NewAddress {
  readonly id: string;
  readonly lookup: Buffer;
  readonly sealed: Buffer;
  readonly verifiedAt: Date;
}

export interface AddressStore {
  /** Primary first, then by age. */
  of(person: PersonId, tx?: Tx): Promise<readonly KeptAddress[]>;
  /** Removed ones that are still told. */
  stillTold(person: PersonId, now: Date, tx?: Tx): Promise<readonly Buffer[]>;
  /** How many there are; two that add wait for each other here. */
  countInTurn(tx: Tx, person: PersonId): Promise<number>;
  /** Returns its owner after this: another person's stays theirs. `added`: it was nobody's before. */
  add(
    tx: Tx,
    person: PersonId,
    address: NewAddress,
  ): Promise<{ readonly owner: PersonId; readonly added: boolean }>;
  /** False for the primary one and for one that is not there. */
  remove(tx: Tx, person: PersonId, id: string, toldUntil: Date): Promise<boolean>;
  /** Undoes `remove`; false when it is over, it was undone before, or the address is somebody's by now. */
  restore(tx: Tx, person: PersonId, id: string, now: Date): Promise<boolean>;
  /** The id of the one that was primary before; undefined when there is no such address. */
  makePrimary(tx: Tx, person: PersonId, id: string): Promise<string | undefined>;
  /**
   * One that was added after `since`: out, primary or not, and not told. The oldest that is left is primary then. False,
   * and nothing happens, where none would be left.
   */
  disown(tx: Tx, person: PersonId, id: string, now: Date, since: Date): Promise<boolean>;
  /** Removed ones that are told until `toldFrom` or longer come back, and those added at or after `since` go. */
  undoSince(tx: Tx, person: PersonId, since: Date, toldFrom: Date, now: Date): Promise<void>;
  forgetRemoved(now: Date): Promise<void>;
}
