import type { PersonId, Tx } from '../../../kernel/index.ts';
import type { FraudPolicy, Signal, UsesOf } from './policy.ts';

/** What somebody used, in words that only a keyed digest is kept of. */
export interface Use {
  readonly signal: Signal;
  readonly of: readonly string[];
}

export interface SignalStore {
  note(person: PersonId, uses: readonly Use[], now: Date): Promise<void>;
  /** Of this person's uses within the policy's times: how many accounts have the same. */
  usesOf(person: PersonId, policy: FraudPolicy, now: Date): Promise<UsesOf>;
  /** The same of everybody of whom something is kept. */
  allUses(
    policy: FraudPolicy,
    now: Date,
  ): Promise<readonly { readonly person: PersonId; readonly uses: UsesOf }[]>;
  removeOld(before: Date): Promise<void>;
  erase(tx: Tx, person: PersonId): Promise<void>;
}
