import { type Env, Hono, type MiddlewareHandler } from 'hono';
import type { H } from 'hono/types';

/**
 * What is asked before a page:
 * - `session`: a live sign-in on this site; without one, the page that offers it
 * - `form`: the post comes from a form of this very session
 * - `recent`: an authentication of the last ten minutes (T10); afterwards the person is back at `backTo`, else at the page itself
 * - `file`: the person's own file, at IAL2 and AAL2 (T10), which no address names
 * - `agent`: on the staff today, signed in with a key that answers only the true site
 */
type Check = 'session' | 'form' | 'recent' | 'file' | 'agent' | { readonly recent: string };

const own = ['session', 'file'] as const;
const ownForm = ['session', 'form', 'file'] as const;
const ownRecent = ['session', 'recent', 'file'] as const;
const ownRecentForm = (backTo: string) => ['session', 'form', { recent: backTo }, 'file'] as const;
const agent = ['session', 'agent'] as const;
const agentForm = ['session', 'agent', 'form'] as const;

/** Every page that is not for everybody, with what is asked before it, in that order. */
const guards = {
  account: {
    'GET /account': own,
    'GET /no-record': ['session'],
    'GET /profile': own,

    'GET /professionals': own,
    'GET /professionals/new': ownRecent,
    'POST /professionals/change': ownForm,
    'POST /professionals/check': ownRecentForm('/professionals/new'),
    'POST /professionals': ownRecentForm('/professionals/new'),
    'POST /professionals/:id/end': ownForm, // taking back what was allowed never waits for a step-up

    'GET /transcripts': own,
    'GET /transcripts/:kind/:file': own,
    'GET /transcripts/wage-and-income/:year{[0-9]{4}}/:file{whole(?:\\.pdf|\\.json)?}': ownRecent,

    'GET /filings': own,
    'GET /documents/:file': own,

    'GET /letters': own,
    'GET /letters/ask': own,
    'POST /letters/ask': ownForm,
    'GET /letters/:file': own,

    'GET /payments': own,
    'GET /payments/new': own,
    'POST /payments/change': ownForm,
    'POST /payments/check': ownForm,
    'POST /payments': ownForm,
    'GET /payments/:id': own,
    'POST /payments/:id/cancel': ownForm,

    'GET /plans': own,
    'GET /plans/new': own,
    'POST /plans/change': ownForm,
    'POST /plans/check': ownForm,
    'POST /plans': ownForm,
    'GET /plans/:id': own,
    'POST /plans/:id/end': ownForm,

    'GET /bank-accounts': own,
    'GET /bank-accounts/new': ownRecent,
    'POST /bank-accounts/new': ownRecentForm('/bank-accounts/new'), // T6
    'POST /bank-accounts/:id/remove': ownRecentForm('/bank-accounts'),
  },
  staff: {
    'GET /': agent,
    'GET /enroll': ['session'],
    'POST /enroll': ['session', 'form'],
    'POST /looks': agentForm,
    'GET /looks/:id': agent,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly Check[]>>>>;

export interface Checks {
  readonly session: readonly MiddlewareHandler[];
  readonly form: MiddlewareHandler;
  readonly recent?: (backTo?: string) => MiddlewareHandler;
  readonly file?: MiddlewareHandler;
  readonly agent?: MiddlewareHandler;
}

/**
 * The routes, each behind what its row of the table asks. A route without a row stops the start, and so does a row without
 * a route: no page is forgotten.
 */
export function guarded<E extends Env>(site: keyof typeof guards, routes: Hono<E>, checks: Checks): Hono<E> {
  const rows = new Map<string, readonly Check[]>(Object.entries(guards[site]));
  const behind = new Hono<E>();
  for (const { method, path, handler } of routes.routes) {
    const row = rows.get(`${method} ${path}`);
    if (row === undefined) throw new Error(`No row in the table of guards: ${site}, ${method} ${path}`);
    const handlers: H[] = [...row.flatMap((check) => handlersOf(check, checks)), handler];
    behind.on(method, [path], ...handlers);
    rows.delete(`${method} ${path}`);
  }
  if (rows.size > 0)
    throw new Error(`Rows of guards without a page: ${site}, ${[...rows.keys()].join('; ')}`);
  return behind;
}

function handlersOf(check: Check, checks: Checks): readonly MiddlewareHandler[] {
  if (check === 'session') return checks.session;
  if (check === 'recent') return [needed(checks.recent, check)()];
  if (typeof check === 'object') return [needed(checks.recent, 'recent')(check.recent)];
  return [needed(checks[check], check)];
}

function needed<T>(check: T | undefined, name: string): T {
  if (check === undefined) throw new Error(`This site has no check "${name}"`);
  return check;
}
