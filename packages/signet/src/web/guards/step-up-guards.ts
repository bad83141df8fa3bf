import { confirmPath, pageToGoOn } from '../authentication/step-up/index.ts';
import type { WebContext } from '../request/index.ts';
import type { Guard, GuardedRoute, Guards } from '../routes/index.ts';

/**
 * Step-up: what changes how an account is reached, or shows what is masked, asks for an authentication of the last
 * quarter of an hour, and then leads back to the page that was asked for.
 */
const recent: Guard = (c, route) =>
  c.var.visit.presence?.session.recent ? undefined : { instead: confirmPath(pageAfter(c, route)) };

/** A script says itself which page it is on; otherwise it is the page of the route, with its query where that is plain. */
function pageAfter(c: WebContext, route: GuardedRoute): string {
  if (route.policy.reader === 'script') return pageToGoOn(c.req.query('to'));
  const page = route.pageOf(c);
  return pageToGoOn(page) === page ? page : (page.split('?', 1)[0] ?? page);
}

export const stepUpGuards = {
  recent,
  'recent-once-finished': (c, route) =>
    (c.var.visit.presence?.session.aal ?? 0) >= 2 ? recent(c, route) : undefined,
  'recent-for-new-codes': (c, route) =>
    c.var.visit.presence?.session.pending.recoveryCodes ? undefined : recent(c, route),
  'recent-unless-closing': (c, route) => (c.var.visit.closing ? undefined : recent(c, route)),
} satisfies Partial<Guards>;
