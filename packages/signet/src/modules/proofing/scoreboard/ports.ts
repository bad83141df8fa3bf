import type { Tx } from '../../../kernel/index.ts';
import type { Passage } from './passage.ts';

export interface CountedPassage extends Passage {
  readonly count: number;
}

export interface PassageStore {
  /** With the transaction's `COMMIT`: rows that many count in are held no longer than that. */
  count(tx: Tx, passages: readonly Passage[], day: string): void;
  /** From `since` to the day before `until`, ISO days of UTC. */
  between(since: string, until: string): Promise<readonly CountedPassage[]>;
}
