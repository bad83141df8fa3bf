import type { ServerResponse } from 'node:http';
import type { HttpPair } from '../../modules/federation/index.ts';
import type { WebContext } from './visit.ts';

/** The request and its answer as the provider knows them. Of HTTP/2, whose answers have another type, no server of ours speaks. */
export const httpPair = (c: WebContext): HttpPair => ({
  req: c.env.incoming,
  res: c.env.outgoing as ServerResponse,
});
