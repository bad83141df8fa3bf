import { AsyncLocalStorage } from 'node:async_hooks';

interface Scope {
  readonly id: string;
  /** What this request has asked, by who asks: gone with the request. */
  readonly asked: Map<object, unknown>;
}

const scope = new AsyncLocalStorage<Scope>();

/** Runs `work`, and all that it waits for, as one request: what is logged meanwhile carries its id. */
export const inRequest = <T>(id: string, work: () => T): T => scope.run({ id, asked: new Map() }, work);

/** The id of the request that is being answered; undefined in a job, and while nobody asks for anything. */
export const requestId = (): string | undefined => scope.getStore()?.id;

export interface OnceARequest<Key extends string, Answer> {
  of(key: Key): Promise<Answer>;
  /** It is about to change: from here on this request asks anew each time. Without a key: whatever it asks of this. */
  changes(key?: Key): void;
  /** The answer came along with that to another question. */
  learned(key: Key, answer: Promise<Answer>): void;
}

/**
 * What one request asks in several places is asked once. Nothing is kept from one request to the next, or where there is
 * no request: whoever ends a session or suspends an account has ended it for all that is asked afterwards.
 */
export function onceARequest<Key extends string, Answer>(
  ask: (key: Key) => Promise<Answer>,
): OnceARequest<Key, Answer> {
  const self = {};

  function kept(): Kept<Answer> | undefined {
    const asked = scope.getStore()?.asked;
    if (!asked) return undefined;
    const mine = (asked.get(self) as Kept<Answer> | undefined) ?? { answers: new Map(), changed: new Set() };
    asked.set(self, mine);
    return mine;
  }

  function learned(key: Key, answer: Promise<Answer>): void {
    const { answers, changed } = kept() ?? {};
    if (!answers || changed?.has(key) || changed?.has(everything)) return;
    answers.set(key, answer);
    answer.catch(() => answers.get(key) === answer && answers.delete(key)); // a fault is no answer
  }

  return {
    of(key) {
      const before = kept()?.answers.get(key);
      if (before) return before;
      const answer = ask(key);
      learned(key, answer);
      return answer;
    },
    changes(key) {
      const { answers, changed } = kept() ?? {};
      changed?.add(key ?? everything);
      if (key === undefined) answers?.clear();
      else answers?.delete(key);
    },
    learned,
  };
}

const everything = Symbol('everything');

interface Kept<Answer> {
  readonly answers: Map<string, Promise<Answer>>;
  readonly changed: Set<string | typeof everything>;
}
