import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

const underWay = new WeakMap<Socket, ServerResponse>();

/** An answer of which nothing goes out for so long is of somebody who does not read it. */
export const longestUnread = 30_000; // milliseconds

/**
 * True where a connection asks before its last answer is written, which then ends with it: a client that sends hundreds
 * of requests and reads nothing would hold the place of each. Browsers and proxies ask one thing at a time, and may be
 * hung up on where they do not (RFC 9112 section 9.3.2).
 */
export function endsForPipelining({ socket }: IncomingMessage, res: ServerResponse): boolean {
  const before = underWay.get(socket);
  underWay.set(socket, res);
  if (before === undefined || before.writableFinished) return false;
  socket.destroy();
  return true;
}

/**
 * Ends the connection of an answer that is on its way and that nobody reads, whether it was written at once or is a stream:
 * Node's own timer starts anew with each part that goes out, and with what is asked next.
 */
export function endUnread({ socket }: IncomingMessage, res: ServerResponse, longest: number): void {
  if (!res.writableFinished) socket.setTimeout(longest);
}
