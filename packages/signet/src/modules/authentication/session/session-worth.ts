import { decideAal } from '../../assurance/index.ts';
import type { SessionRow } from './postgres-sessions.ts';
import type { AuthenticationEvent } from './session.ts';
import { readEvents } from './session-contents.ts';
import { type Aal, absoluteEnd, endsAt, worthNow } from './session-limits.ts';

/** What a session's row amounts to at a moment (B11). */
export interface Worth {
  readonly aal: Aal;
  readonly phishingResistant: boolean;
  readonly expiresAt: Date;
  /** When everything that makes the level had been given; absent where nothing was. */
  readonly authenticatedAt?: Date;
  /** It lay too long: worth nothing until a factor of its person resumes it. */
  readonly idle: boolean;
  /** It lay too long for AAL3: what was given before does not reach it again. */
  readonly lapsed: boolean;
}

type Judged = Pick<
  SessionRow,
  'person' | 'events' | 'created_at' | 'signed_in_at' | 'last_seen_at' | 'lapsed_at'
>;

/** Undefined: it is over. `most`: what is asked for beyond the usual caps the level. */
export function worthOf(row: Judged, now: Date, most: Aal = 3): Worth | undefined {
  const events = readEvents(row.events);
  const { phishingResistant } = decideAal(events);
  const aal = Math.min(levelOf(row, events), most) as Aal;
  const authenticatedAt = givenSince(events, Math.min(aal, 2) as Aal);
  const worth = (at: Aal) =>
    worthNow(at, { since: beginningOf(row, events, at), lastSeen: row.last_seen_at }, now);
  const first = worth(aal);
  const second = aal === 3 && first?.aal !== 3 ? worth(2) : first;
  if (!second) return undefined;
  return {
    ...second,
    phishingResistant,
    ...(authenticatedAt ? { authenticatedAt } : {}),
    lapsed: aal === 3 && second.aal < 3,
  };
}

/** When a row may be swept: an idle session waits for its person until the absolute limit. */
export function sweptAt(row: Omit<Judged, 'last_seen_at'>, now: Date): Date {
  const events = readEvents(row.events);
  const aal = Math.min(levelOf(row, events), 2) as Aal;
  const since = beginningOf(row, events, aal);
  return row.person && aal === 2 ? absoluteEnd(2, since) : endsAt(aal, { since, lastSeen: now });
}

function levelOf(
  { lapsed_at: lapsedAt }: Pick<Judged, 'lapsed_at'>,
  events: readonly AuthenticationEvent[],
): Aal {
  const { aal } = decideAal(events);
  if (aal < 3 || !lapsedAt) return aal;
  return decideAal(events.filter(({ at }) => at > lapsedAt)).aal === 3 ? 3 : 2;
}

/** Absolute limits run from the authentication, anew after a whole one (SP 800-63B-4 section 5.2). */
const beginningOf = (
  row: Omit<Judged, 'last_seen_at'>,
  events: readonly AuthenticationEvent[],
  aal: Aal,
): Date => (aal >= 2 ? givenSince(events, aal) : undefined) ?? row.signed_in_at ?? row.created_at;

/** Since when the newest events reach `aal` together: the time of the oldest of those that it takes. */
function givenSince(events: readonly AuthenticationEvent[], aal: Aal): Date | undefined {
  if (aal === 0) return undefined;
  const newestFirst = [...events].sort((a, b) => b.at.getTime() - a.at.getTime());
  const taken: AuthenticationEvent[] = [];
  for (const event of newestFirst) {
    taken.push(event);
    if (decideAal(taken).aal >= aal) return event.at;
  }
  return undefined;
}
