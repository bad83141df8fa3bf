import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { PersonId } from '../../kernel/index.ts';
import type { Circumstances, Presence } from '../../modules/authentication/index.ts';
import type { AuthorizationRequest } from '../../modules/federation/index.ts';
import type { AtPhone } from '../../modules/proofing/index.ts';
import type { Lang } from '../locales/index.ts';
import type { PostedBody } from './posted-body.ts';

/** What `http` knows about a request before a route sees it. */
export interface Visit {
  readonly lang: Lang;
  /** The browser's session and cookie, when it has one; anonymous until someone signs in. */
  presence: Presence | undefined;
  /** A session past its idle limit: its person counts as absent until one of their factors resumes it (`resume-routes.tsx`). */
  idle?: Presence | undefined;
  /** Name of the request that this page is on the way to, where the browser's cookie is about to say another. */
  request?: string;
  /** This page is off the way to any agency. */
  left?: boolean;
  /** What forms send back. */
  readonly formToken: string;
  /** The client's network address, to count by. */
  readonly source: string;
  /** Where the request comes from and what its browser says of itself. */
  readonly circumstances: Circumstances;
  /** Names this request in the log and on error pages. */
  readonly reference: string;
  readonly sandbox: boolean;
  /** In the sandbox: where mail and texts arrive. */
  readonly outbox?: string | undefined;
  readonly secureCookies: boolean;
  /** The account is to be deleted then, and may still be kept. */
  closing?: Date;
}

export interface WebEnv {
  Bindings: HttpBindings;
  Variables: {
    visit: Visit;
    posted?: PostedBody;
    agencyRequest?: AuthorizationRequest;
    /** The link by which this browser, as a phone, takes photos for somebody's case. */
    atPhone?: AtPhone;
    /** Whose photo is about to be read. */
    sender?: PersonId;
  };
}

export type WebContext = Context<WebEnv>;
