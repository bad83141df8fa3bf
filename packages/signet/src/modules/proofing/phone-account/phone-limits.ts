import { err, type Result } from '../../../kernel/index.ts';
import type { NotNow } from '../cases/index.ts';

/** Thrown within a transaction whose act is one too many: all of it is undone. */
export class Limited extends Error {
  readonly again: Date;

  constructor(again: Date) {
    super('one too many');
    this.again = again;
  }
}

type Coded<Code extends string> = { readonly code: NotNow } | { readonly code: Code; readonly again: Date };

/** The outcome of `act`, with `not-now` and a limit reached as errors that have a code. */
export async function unlessLimited<Value, E, Code extends string>(
  code: Code,
  act: () => Promise<Result<Value, E | NotNow>>,
): Promise<Result<Value, Exclude<E, NotNow> | Coded<Code>>> {
  try {
    const done = await act();
    if (done.ok) return done;
    return err(done.error === 'not-now' ? { code: 'not-now' } : (done.error as Exclude<E, NotNow>));
  } catch (error) {
    if (error instanceof Limited) return err({ code, again: error.again });
    throw error;
  }
}
