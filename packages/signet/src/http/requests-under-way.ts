import type { IncomingMessage, ServerResponse } from 'node:http';
import { hasBody } from './slow-bodies.ts';

export interface RequestsUnderWay {
  /** As many are worked on as may be: another would only make all of them slower. */
  readonly full: boolean;
  add(req: IncomingMessage, res: ServerResponse): void;
  /** From now on each answer ends its connection: whoever asks next makes another, and not to us. */
  sayGoodbye(): void;
  /** Settles once all are answered. */
  finished(): Promise<void>;
}

/**
 * What came and is not answered yet. Only what came whole is being worked on: bodies that never end take nobody's place,
 * nor do people who read their answer slowly.
 */
export function watchRequests(most: number): RequestsUnderWay {
  const open = new Set<ServerResponse>();
  let working = 0;
  let goodbye = false;
  let onEmpty: (() => void) | undefined;

  function work(res: ServerResponse): void {
    if (res.writableEnded) return;
    working += 1;
    const done = () => {
      res.off('prefinish', done).off('close', done);
      working -= 1;
    };
    res.on('prefinish', done).on('close', done);
  }

  return {
    get full() {
      return working >= most;
    },
    add(req, res) {
      open.add(res);
      res.once('close', () => {
        open.delete(res);
        if (open.size === 0) onEmpty?.();
      });
      if (goodbye) res.shouldKeepAlive = false;
      if (hasBody(req)) req.once('end', () => work(res));
      else work(res);
    },
    sayGoodbye() {
      goodbye = true;
      for (const res of open) res.shouldKeepAlive = false;
    },
    finished() {
      return new Promise((resolve) => {
        onEmpty = resolve;
        if (open.size === 0) resolve();
      });
    },
  };
}
