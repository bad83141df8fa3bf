import { z } from 'zod';
import { Redacted } from '../../../kernel/index.ts';
import { openUnder, sealUnder } from '../../vault/index.ts';
import type { AuthenticationEvent } from './session.ts';
import type { SessionCookie } from './session-cookie.ts';

export type Pending = Readonly<Record<string, unknown>>;

const pendingSchema = z.record(z.string(), z.unknown());

const eventsSchema = z.array(
  z.object({
    method: z.enum(['password', 'totp', 'passkey', 'recovery-code', 'text-code', 'voice-code']),
    at: z.coerce.date(),
    userVerified: z.boolean().exactOptional(),
    backupEligible: z.boolean().exactOptional(),
  }),
);

/** Events as the row keeps them: methods and times, nothing about the person. */
export function readEvents(stored: unknown): readonly AuthenticationEvent[] {
  const known = typeof stored === 'object' && stored ? read.get(stored) : undefined;
  if (known) return known;
  const events = eventsSchema.parse(stored);
  if (typeof stored === 'object' && stored) read.set(stored, events);
  return events;
}

/** What was read from which row, for as long as that row is in memory: one request looks several times. */
const read = new WeakMap<object, readonly AuthenticationEvent[]>();

/** Bound to the row, so that no session's `pending` opens as another's. */
const purposeOf = (cookie: SessionCookie): string => `session-pending:${cookie.lookup.toString('base64url')}`;

export const sealPending = (cookie: SessionCookie, pending: Pending): Buffer =>
  sealUnder(cookie.secret.reveal(), purposeOf(cookie), Buffer.from(JSON.stringify(pending))).sealed;

/** Throws AppError `artifact-refused` when the cookie's secret is not the row's. */
export const openPending = (cookie: SessionCookie, sealed: Buffer): Pending =>
  pendingSchema.parse(JSON.parse(openUnder(cookie.secret.reveal(), purposeOf(cookie), sealed).toString()));

/** `patch` over `pending`; undefined removes a key. */
export const merged = (pending: Pending, patch: Pending): Pending =>
  Object.fromEntries(Object.entries({ ...pending, ...patch }).filter(([, value]) => value !== undefined));

/** The secret as key material, for the vault. */
export const secretBytes = (cookie: SessionCookie): Redacted<Uint8Array> =>
  new Redacted(Buffer.from(cookie.secret.reveal(), 'base64url'));

/** Each kind of authentication once, at its newest; a passkey's with and without verification are two kinds. */
export const withEvent = (
  events: readonly AuthenticationEvent[],
  event: AuthenticationEvent | undefined,
): readonly AuthenticationEvent[] =>
  event === undefined
    ? events
    : [
        ...events.filter(
          ({ method, userVerified }) => method !== event.method || userVerified !== event.userVerified,
        ),
        event,
      ];
