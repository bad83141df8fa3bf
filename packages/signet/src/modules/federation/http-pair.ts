import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request and its answer, as Node has them: protocols read and write them whole. */
export interface HttpPair {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
}
