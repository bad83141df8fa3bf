import type { IncomingMessage, ServerResponse } from 'node:http';

/** How much of a body has to come in each stretch of time, for its sender to count as sending. */
export interface BodyPace {
  readonly bytes: number;
  readonly milliseconds: number;
}

/**
 * 500 bytes a second, over half a minute: a tunnel or a weak signal ends nothing, and a photo of 15 MB may take as long as
 * it needs on a line that carries it. A connection that is held by a byte now and then (slowloris) ends after that half minute.
 */
export const slowestPace: BodyPace = { bytes: 15_000, milliseconds: 30_000 };

const tooSlow = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

/** Ends the connection of a request whose body comes more slowly than that. What we have not read yet is no fault of its sender. */
export function endSlowBody(req: IncomingMessage, res: ServerResponse, pace: BodyPace): void {
  if (!hasBody(req)) return;
  const { socket } = req;
  let before = { came: socket.bytesRead, unread: false };
  // What arrived while this process was busy is read before it is judged: the event loop does that after its timers.
  const watching = setInterval(() => setImmediate(judge), pace.milliseconds);
  watching.unref();
  req.once('end', () => clearInterval(watching));

  /** A stretch that began or ended with something unread was ours to wait for, and says nothing of the sender. */
  function judge(): void {
    const came = socket.bytesRead - before.came;
    const unread = req.readableLength > 0;
    const waitedForUs = unread || before.unread;
    before = { came: socket.bytesRead, unread };
    if (req.complete || socket.destroyed) clearInterval(watching);
    else if (came < pace.bytes && !waitedForUs) hangUp();
  }

  function hangUp(): void {
    clearInterval(watching);
    if (!res.headersSent) socket.write(tooSlow);
    socket.destroySoon();
  }
}

export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
