import type { Clock, PersonId, Transact, Tx } from '../../../kernel/index.ts';
import { judgeMove, type PlaceOf, type RiskSignal } from '../../risk/index.ts';
import type { LiveSession } from './live-session.ts';
import type { SessionStore } from './postgres-sessions.ts';
import { networkDigest, type Origin, type Origins, withPlace } from './session-origin.ts';

/** The session as it is after this request's network was noted. */
export type RecordNewNetwork = (live: LiveSession) => Promise<LiveSession>;

/** Networks of one session that are known again. One more drops the oldest: a phone on the road has many. */
const networksAtMost = 16;

/** Tells the person and the audit log; ready before the transaction in which it happens. */
export type NotifyOfNewCountry = (
  person: PersonId,
  origin: Origin,
  signals: readonly RiskSignal[],
) => Promise<(tx: Tx) => Promise<void>>;

interface Needs {
  readonly store: Pick<SessionStore, 'change'>;
  readonly origins: Origins;
  readonly placeOf: PlaceOf;
  readonly clock: Clock;
  readonly transact: Transact;
  readonly notify: NotifyOfNewCountry;
}

/**
 * A cookie that was stolen is used from another network. So is one whose owner walked out of the house: the session
 * goes on either way, and its person sees the place. Another country is told of, once: what is noted is not new again.
 */
export function createRecordNewNetwork({
  store,
  origins,
  placeOf,
  clock,
  transact,
  notify,
}: Needs): RecordNewNetwork {
  return async (live) => {
    const { cookie, row, from } = live;
    if (!from || !row.person || !row.origin || !row.networks) return live;
    const network = networkDigest(cookie, from);
    if (row.networks.some((known) => known.equals(network))) return live;

    const place = placeOf(from.source);
    const known = await origins.open(row.ref, row.origin);
    const seen = place && { place, at: clock.now() };
    const last = known.places[0];
    const before = last ? [{ ...last, at: row.last_seen_at }, ...known.places.slice(1)] : [];
    const signals = seen ? judgeMove(before, seen) : [];
    const origin = seen ? withPlace(known, seen, [...signals]) : known;
    const change = {
      origin: await origins.seal(row.ref, origin),
      networks: [network, ...row.networks].slice(0, networksAtMost),
    };
    const telling = signals.includes('new-country') ? await notify(row.person, origin, signals) : undefined;
    return transact(async (tx) => {
      if (!(await store.change(row, change, tx))) return live; // another request was first: it, or the next, notes it
      await telling?.(tx);
      return { ...live, row: { ...row, ...change, version: row.version + 1 } };
    });
  };
}
