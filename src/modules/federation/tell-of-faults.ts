import type { Provider } from 'oidc-provider';
import { isDatabaseAway } from '../../kernel/index.ts';

/**
 * The provider answers its own faults, and would keep them to itself. A database that is away is "try again soon"
 * (503), for the page as for an agency's call.
 */
export function tellOfFaults(provider: Provider, onFault: (error: unknown, what: string) => void): void {
  provider.on('server_error', (ctx, error) => {
    onFault(error, ctx.path);
    if (!isDatabaseAway(error)) return;
    ctx.status = 503;
    ctx.set('retry-after', '5');
  });
}
