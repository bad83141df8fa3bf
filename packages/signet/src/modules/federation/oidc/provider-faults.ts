import type { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Provider } from 'oidc-provider';
import { isDatabaseAway } from '../../../kernel/index.ts';

/**
 * The provider answers its own faults, and would keep them to itself. A database that is away is "try again soon"
 * (503), for the page as for an agency's call.
 */
export function reportProviderFaults(
  provider: Provider,
  onFault: (error: unknown, what: string) => void,
): void {
  // Koa's own listener would write the stack of whatever it meets to the error output, past the log
  const koa = provider as unknown as EventEmitter; // the types name the provider's own events only
  koa.on('error', (error: unknown, ctx?: { readonly path: string; readonly req: IncomingMessage }) => {
    if (!hungUp(error, ctx?.req)) onFault(error, ctx?.path ?? 'nowhere');
  });
  provider.on('server_error', (ctx, error) => {
    onFault(error, ctx.path);
    if (!isDatabaseAway(error)) return;
    ctx.status = 503;
    ctx.set('retry-after', '5');
  });
}

/** A browser that went away in the middle of its request is no fault, and can fill no log. */
const hungUp = (error: unknown, req: IncomingMessage | undefined): boolean =>
  req?.readableAborted === true || String((error as { code?: unknown } | null)?.code).startsWith('HPE_');
