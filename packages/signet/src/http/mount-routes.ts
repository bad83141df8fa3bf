import type { Hono, MiddlewareHandler } from 'hono';
import { AppError } from '../kernel/index.ts';
import type { Pages } from '../web/index.ts';
import { seeOther, type WebContext, type WebEnv } from '../web/request/index.ts';
import type {
  Guard,
  GuardedRoute,
  Handler,
  Refusal,
  RouteKey,
  RoutePolicy,
  RouteTable,
} from '../web/routes/index.ts';

/** What stands before a row's guards, whatever it says. */
export interface Checks {
  /** By the length that was declared. */
  readonly length: (kind: RoutePolicy['body']) => MiddlewareHandler<WebEnv>;
  readonly session: (reader: RoutePolicy['reader']) => MiddlewareHandler<WebEnv>;
  /** Reads the body, and refuses one without the form's token. */
  readonly body: (kind: RoutePolicy['body']) => MiddlewareHandler<WebEnv>;
}

/**
 * Serves the rows of a table and nothing else, each behind the guards that it names. Throws AppError
 * `route-without-handler`, `route-without-row` or `route-twice`: such a server does not start.
 */
export function mountRoutes(app: Hono<WebEnv>, { table, routes, guards }: Pages, checks: Checks): void {
  const handlers = handlersOf(routes, table);
  for (const [key, policy] of Object.entries(table) as [RouteKey, RoutePolicy][]) {
    const [method = '', path = ''] = key.split(' ');
    const handler = handlers.get(key);
    if (!handler) throw new AppError('route-without-handler', { message: `nothing runs for ${key}` });
    const route = { policy, pageOf: pageOf(table, path) };
    const standing = policy.guards.map((name) => standingBefore(guards[name], route));
    app.on(method, [path], ...chainOf(method, policy, standing, checks), handler);
  }
}

/**
 * What costs least comes first: length, session, then the body. A large body is read only from somebody who may send
 * it; a small one costs less to read than the questions of most guards.
 */
function chainOf(
  method: string,
  { body, reader }: RoutePolicy,
  guards: readonly MiddlewareHandler<WebEnv>[],
  checks: Checks,
): MiddlewareHandler<WebEnv>[] {
  if (method === 'GET') return [checks.session(reader), ...guards];
  const read = checks.body(body);
  const rest = body === 'photo' ? [...guards, read] : [read, ...guards];
  return [checks.length(body), checks.session(reader), ...rest];
}

function handlersOf(routes: Pages['routes'], table: RouteTable): ReadonlyMap<RouteKey, Handler> {
  const all = new Map<RouteKey, Handler>();
  for (const [key, handler] of routes.flatMap(({ handlers }) => [...handlers])) {
    if (!(key in table)) throw new AppError('route-without-row', { message: `the table has no ${key}` });
    if (all.has(key)) throw new AppError('route-twice', { message: `two handlers for ${key}` });
    all.set(key, handler);
  }
  return all;
}

const standingBefore =
  (guard: Guard, route: GuardedRoute): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    const refusal = await guard(c, route);
    return refusal ? refused(c, route, refusal) : next();
  };

/** A browser follows a redirect; a script does not, and is told where to go. */
function refused(c: WebContext, { policy }: GuardedRoute, refusal: Refusal): Response {
  if (refusal instanceof Response) return refusal;
  const { instead } = refusal;
  switch (policy.reader) {
    case 'browser':
      return seeOther(c, instead);
    case 'script':
      return c.json({ redirect: instead });
    case 'progress-script':
      return c.json({ stage: '', done: true, next: instead });
  }
}

/** This address, or for a form without a page of its own the nearest page above it, with what stands after `?`. */
function pageOf(table: RouteTable, path: string): (c: WebContext) => string {
  const parts = path.split('/');
  let kept = parts.length;
  while (kept > 2 && !(`GET ${parts.slice(0, kept).join('/')}` in table)) kept -= 1;
  return (c) => {
    const { pathname, search } = new URL(c.req.url);
    return pathname.split('/').slice(0, kept).join('/') + search;
  };
}
