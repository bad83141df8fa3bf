import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Presence } from '../../modules/authentication/index.ts';
import type { WebContext } from './visit.ts';

/** An agency's request that a browser is on its way to answer, as the session's `pending` holds it. */
export interface PendingRequest {
  readonly uid: string;
  readonly agency: string;
  /** As it stands within a sentence. */
  readonly agencyName: { readonly en: string; readonly es: string };
  /** The agency's origin: forms may end in a redirect there, which `form-action` must allow. */
  readonly origin: string;
  /** The agency asks for an authentication no older than this, signed in or not. Milliseconds. */
  readonly freshSince?: number | undefined;
}

const newest = 'request';
const elsewhere = 'askedElsewhere';
const earlier = 'earlierRequests';
const tabsAtMost = 5;

/** Every request under way in this session, the newest first: one a tab. */
function pendingRequests(presence: Presence | undefined): readonly PendingRequest[] {
  const pending = presence?.session.pending;
  const [first, others = []] = [pending?.[newest], pending?.[earlier]] as [
    PendingRequest?,
    PendingRequest[]?,
  ];
  return first ? [first, ...others] : others;
}

const asPending = ([first, ...others]: readonly PendingRequest[]): Record<string, unknown> => ({
  [newest]: first,
  [earlier]: others.length > 0 ? others.slice(0, tabsAtMost - 1) : undefined,
  [elsewhere]: undefined,
});

/** What `pending` becomes with this request as the newest. */
export const withRequest = (
  presence: Presence | undefined,
  request: PendingRequest,
): Record<string, unknown> =>
  asPending([request, ...pendingRequests(presence).filter(({ uid }) => uid !== request.uid)]);

/** What `pending` becomes without it, and without others of its agency, which has its answer; undefined where it was not there. */
export function withoutRequest(presence: Presence, uid: string): Record<string, unknown> | undefined {
  const all = pendingRequests(presence);
  const over = all.find((request) => request.uid === uid);
  return over && asPending(all.filter(({ agency }) => agency !== over.agency));
}

/** An agency that a mailed link was asked for on the way to, in another browser: only its own pages lead on from here. */
export interface AskedElsewhere {
  readonly agencyName: PendingRequest['agencyName'];
  readonly home: string;
}

export const withAskedElsewhere = (agency: AskedElsewhere): Record<string, unknown> => ({
  [elsewhere]: agency,
});

/** Until a request of this browser's own begins. */
export const askedElsewhere = (c: WebContext): AskedElsewhere | undefined =>
  c.var.visit.presence?.session.pending[elsewhere] as AskedElsewhere | undefined;

/** The request that the tab used last is on its way to: the one that it names, or none. */
export function currentRequest(c: WebContext): PendingRequest | undefined {
  const named = namedRequest(c);
  return pendingRequests(c.var.visit?.presence).find(({ uid }) => uid === named);
}

/**
 * The person went elsewhere here: no page after this one is on the way to an agency, until a tab that still is sends its
 * form. The request itself waits, and `waitingRequest` leads back to it.
 */
export function leaveCurrentRequest(c: WebContext): void {
  if (namedRequest(c)) deleteCookie(c, requestCookie, { path: '/' });
  c.var.visit.left = true;
}

/**
 * For a page where a way begins. By a bookmark or a typed address (Fetch Metadata: no site led here) a tab is on the way to
 * no agency, whatever another tab of the browser is on the way to.
 */
export function beginAnew(c: WebContext): void {
  if (c.req.header('sec-fetch-site') === 'none') leaveCurrentRequest(c);
}

/** This tab's request; or else the newest that waits for this browser: for somebody who came back by a mail and not by the way. */
export const requestAhead = (c: WebContext): PendingRequest | undefined =>
  currentRequest(c) ?? pendingRequests(c.var.visit?.presence)[0];

/** On a page off the way: the newest request that still waits for this browser. */
export const waitingRequest = (c: WebContext): PendingRequest | undefined =>
  c.var.visit.left ? pendingRequests(c.var.visit.presence)[0] : undefined;

/**
 * Back on the way from a page off it (the account, looked into meanwhile): on with the newest request that waits. By a bookmark
 * a tab stays on none, as where a way begins.
 */
export function goOnWithWaiting(c: WebContext): void {
  if (currentRequest(c) || c.req.header('sec-fetch-site') === 'none') return;
  const waiting = requestAhead(c);
  if (waiting) rememberRequest(c, waiting.uid);
}

/** To an agency's request from a proofing that has just ended with a yes: only the way; what is said there is looked up. */
export const afterProofing = (uid: string): string => `/interaction/${uid}?proven=now`;
export const isAfterProofing = (c: WebContext): boolean => c.req.query('proven') === 'now';

const requestCookie = 'signet_request';

/**
 * Which request this browser is on its way to answer, beyond the life of its session: a person signed out while
 * looking for a document comes back to where they were. The name alone opens nothing.
 */
export function rememberRequest(c: WebContext, uid: string): void {
  c.var.visit.request = uid;
  c.var.visit.left = false;
  setCookie(c, requestCookie, uid, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: c.var.visit.secureCookies,
    maxAge: 7200, // as long as the request itself is kept
  });
}

/** Nothing leads back to this request any more. Another tab's, if there is one, stays. */
export function forgetRequest(c: WebContext, uid: string): void {
  if (namedRequest(c) === uid) deleteCookie(c, requestCookie, { path: '/' });
}

/** By the cookie: it follows the tab that was used last, and outlives a session. */
export const rememberedRequest = (c: WebContext): string | undefined => namedRequest(c);

/** A form was sent: on with the request that its own page was on the way to, or, where it says so, with none. */
export function followTab(c: WebContext, request: unknown): void {
  const uid = nameOf(request);
  if (uid && uid !== namedRequest(c)) rememberRequest(c, uid);
  if (request === '' && namedRequest(c)) leaveCurrentRequest(c);
}

const namedRequest = (c: WebContext): string | undefined =>
  c.var.visit?.left ? undefined : nameOf(c.var.visit?.request ?? getCookie(c, requestCookie));

const nameOf = (uid: unknown): string | undefined =>
  typeof uid === 'string' && /^[\w-]{1,64}$/.test(uid) ? uid : undefined;
