import type { Result } from '../result.ts';
import type { Transact, Tx } from './transaction.ts';

/** Carries a refusal out of a transaction, so that it rolls back. */
class Refusal<E> extends Error {
  readonly error: E;

  constructor(error: E) {
    super('refused');
    this.error = error;
  }
}

/** Runs `work` in a transaction that an error result rolls back just as a fault does. */
export async function rollBackOnError<T, E>(
  transact: Transact,
  work: (tx: Tx) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  try {
    return await transact(async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new Refusal(result);
      return result;
    });
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.error as Result<T, E>;
    throw thrown;
  }
}
