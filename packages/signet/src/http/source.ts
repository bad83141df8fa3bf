import type { IncomingMessage } from 'node:http';

/** The address that the outermost proxy we trust saw; with none, the connection's own. */
export function sourceOf(req: IncomingMessage | undefined, trustedProxies: number): string {
  const direct = req?.socket.remoteAddress ?? 'unknown';
  if (trustedProxies === 0) return direct;
  const named = req?.headers['x-forwarded-for'];
  const chain = (Array.isArray(named) ? named.join(',') : (named ?? '')).split(',').map((hop) => hop.trim());
  return chain.at(-trustedProxies) || direct;
}
