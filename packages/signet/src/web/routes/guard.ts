import type { WebContext } from '../request/index.ts';
import type { GuardName, RoutePolicy } from './policy.ts';

/** Where a request goes that may not pass, or the answer that it gets instead. */
export type Refusal = { readonly instead: string } | Response;

/** The row that a guard stands at. */
export interface GuardedRoute {
  readonly policy: RoutePolicy;
  /** The page to come back to by GET: this address, or for a form without a page of its own the nearest above it. */
  readonly pageOf: (c: WebContext) => string;
}

/** Undefined lets the request pass. */
export type Guard = (
  c: WebContext,
  route: GuardedRoute,
) => Refusal | undefined | Promise<Refusal | undefined>;

/** What stands behind each name in the table: a name without one does not compile. */
export type Guards = Readonly<Record<GuardName, Guard>>;
