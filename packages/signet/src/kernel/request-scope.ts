import { AsyncLocalStorage } from 'node:async_hooks';

interface Scope {
  readonly id: string;
  /** What this request has asked, by who asks: gone with the request. */
  readonly asked: Map<object, Map<string, unknown>>;
}

const scope = new AsyncLocalStorage<Scope>();

/** Runs `work`, and all that it waits for, as one request: what is logged meanwhile carries its id. */
export const inRequest = <T>(id: string, work: () => T): T => scope.run({ id, asked: new Map() }, work);

/** The id of the request that is being answered; undefined in a job, and while nobody asks for anything. */
export const requestId = (): string | undefined => scope.getStore()?.id;

export interface OnceARequest<Key extends string, Answer> {
  of(key: Key): Promise<Answer>;
  /** It is about to change: from here on this request asks anew each time. */
  changes(key: Key): void;
}

/**
 * What one request asks in several places is asked once. Nothing is kept from one request to the next, or where there is
 * no request: whoever ends a session or suspends an account has ended it for all that is asked afterwards.
 */
export function onceARequest<Key extends string, Answer>(
  ask: (key: Key) => Promise<Answer>,
): OnceARequest<Key, Answer> {
  const changed = Symbol('changed');
  const self = {};

  function kept(): Map<string, unknown> | undefined {
    const asked = scope.getStore()?.asked;
    const mine = asked?.get(self) ?? new Map<string, unknown>();
    asked?.set(self, mine);
    return asked && mine;
  }

  return {
    of(key) {
      const answers = kept();
      const before = answers?.get(key);
      if (!answers || before === changed) return ask(key);
      if (before) return before as Promise<Answer>;
      const answer = ask(key);
      answers.set(key, answer);
      answer.catch(() => answers.get(key) === answer && answers.delete(key)); // a fault is no answer
      return answer;
    },
    changes: (key) => void kept()?.set(key, changed),
  };
}
