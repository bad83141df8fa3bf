import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export const requestIdHeader = 'x-request-id';

/** What a proxy's id may look like: it stands in log lines, a header and error pages. */
const wellFormed = /^[\w.-]{8,64}$/;

/**
 * Names this request in every log line, on error pages and in the answer's header. A proxy that we trust may have named
 * it already, so that its log and ours can be read together; anybody else could only pass off one request as another.
 */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>, trustedProxies: number): string {
  const given = headers[requestIdHeader];
  return trustedProxies > 0 && typeof given === 'string' && wellFormed.test(given) ? given : randomUUID();
}
