import { databaseFaultOf, markDriverError } from '../../kernel/index.ts';

/** Whether the server behind a pool answers, as far as those who asked it found out. */
export interface Silence {
  /** For whoever is about to ask. Throws at once where the server is known to be silent. */
  enter(): Promise<void>;
  /** What the driver says of a question: its errors are marked as the database's, and silence is noted. */
  heard<T>(asked: Promise<T>): Promise<T>;
  stop(): void;
}

interface Needs {
  /** Asks the server on a connection of its own, and waits for it no longer than any request. */
  readonly probe: () => Promise<unknown>;
  /** A new probe is begun so often, beside those that still wait. Milliseconds. */
  readonly every?: number;
  /** How long those who come meanwhile wait for the first probe, before anybody is refused. Milliseconds. */
  readonly doubt?: number;
}

/**
 * A server that is silent costs whoever asks it the whole wait for a connection. So once it was found silent, others are
 * refused at once, until a probe is answered. One late answer makes no silence: nobody is refused before a probe had its
 * chance, and a server that answers anything, were it a refusal, is asked by everybody again.
 */
export function watchSilence({ probe, every = 1000, doubt = 500 }: Needs): Silence {
  let state: 'answers' | 'doubted' | 'silent' = 'answers';
  let verdict: Promise<void> = Promise.resolve();
  let settle = (): void => undefined;
  let doubting: NodeJS.Timeout | undefined;
  let probing: NodeJS.Timeout | undefined;

  function trust(): void {
    state = 'answers';
    clearTimeout(doubting);
    clearInterval(probing);
    settle();
  }

  const ask = (): Promise<void> =>
    probe().then(trust, (error: unknown) => {
      if (!isSilence(markDriverError(error))) trust();
    });

  function suspect(): void {
    if (state !== 'answers') return;
    state = 'doubted';
    verdict = new Promise((resolve) => {
      settle = resolve;
    });
    doubting = setTimeout(() => {
      if (state === 'doubted') state = 'silent';
      settle();
    }, doubt).unref();
    probing = setInterval(() => void ask(), every).unref();
    void ask();
  }

  return {
    async enter() {
      if (state === 'doubted') await verdict;
      if (state === 'silent')
        throw markDriverError(new Error('read timeout: the server was silent just now'));
    },
    heard: (asked) =>
      asked.catch((error: unknown) => {
        if (isSilence(markDriverError(error))) suspect();
        throw error;
      }),
    stop: () => clearInterval(probing),
  };
}

/** Nothing came in time: neither an answer nor, from a server that takes no connection, a refusal. */
const isSilence = (error: unknown): boolean =>
  databaseFaultOf(error)?.kind === 'database-silent' ||
  /connection timeout|timeout expired/.test(String(error));
