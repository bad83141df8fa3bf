import { z } from 'zod';
import {
  deviceOf,
  deviceSchema,
  type PlaceOf,
  placeSchema,
  riskSignals,
  type SelfDescription,
} from '../../risk/index.ts';
import { lookupUnder } from '../../vault/index.ts';
import { networkOf } from '../limits/index.ts';
import type { SessionKeys } from './ports.ts';
import type { SessionCookie } from './session-cookie.ts';

/** Where a request comes from, to count by: the client's network address. Kept only as a keyed digest. */
export type Source = string;

/** What a request says of where it comes from. It goes with the request's `Presence`; nothing of it is kept in clear. */
export interface Circumstances extends SelfDescription {
  readonly source: Source;
  /** The random name in the browser's own long-lived cookie: what this browser is known by, and by nothing else. */
  readonly device?: string | undefined;
  /** By which the log names the request, and an error page too. */
  readonly reference?: string | undefined;
}

const originSchema = z.object({
  device: deviceSchema,
  /** Each place once, the newest first. */
  places: z.array(z.object({ place: placeSchema, at: z.coerce.date() })),
  /** What was unusual, at sign-in and since. */
  signals: z.array(z.enum(riskSignals)),
});

/** Where a session was begun and from where it was used since. */
export type Origin = z.infer<typeof originSchema>;

const placesAtMost = 8;

export interface Origins {
  describe(from: Circumstances, at: Date): Origin;
  /** Wrapped by the KMS and bound to the session of this `ref`: no session's origin opens as another's. */
  seal(ref: string, origin: Origin): Promise<Buffer>;
  open(ref: string, sealed: Buffer): Promise<Origin>;
}

export const originContext = (ref: string): string => `session-origin:${ref}`;

export function createOrigins(kms: SessionKeys, placeOf: PlaceOf): Origins {
  return {
    describe(from, at) {
      const place = placeOf(from.source);
      return { device: deviceOf(from), places: place ? [{ place, at }] : [], signals: [] };
    },
    seal: (ref, origin) => kms.wrap('contact', Buffer.from(JSON.stringify(origin)), originContext(ref)),
    async open(ref, sealed) {
      const opened = await kms.unwrap('contact', sealed, originContext(ref));
      return originSchema.parse(JSON.parse(opened.toString()));
    },
  };
}

/** The same session seen at one more place, with what is unusual about that. */
export function withPlace(
  origin: Origin,
  seen: Origin['places'][number],
  signals: Origin['signals'],
): Origin {
  const others = origin.places.filter(({ place }) => !isSame(place, seen.place));
  return {
    ...origin,
    places: [seen, ...others].slice(0, placesAtMost),
    signals: [...new Set([...origin.signals, ...signals])],
  };
}

type Place = Origin['places'][number]['place'];
const isSame = (a: Place, b: Place): boolean =>
  a.country === b.country && a.region === b.region && a.city === b.city && a.thisComputer === b.thisComputer;

/**
 * A network that a session was used from, to be known again: keyed by the secret that only the cookie carries, so that
 * a copied table tells nothing of it, and compared at each request without asking the KMS.
 */
export const networkDigest = (cookie: SessionCookie, { source }: Circumstances): Buffer =>
  lookupUnder(JSON.stringify([cookie.secret.reveal(), networkOf(source)]), 'session-network').subarray(0, 16);
