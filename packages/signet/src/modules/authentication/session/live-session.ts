import { AppError, type Clock } from '../../../kernel/index.ts';
import { moreIsAsked, onlyChallenges } from './pending.ts';
import type { SessionRow, SessionStore } from './postgres-sessions.ts';
import type { Presence, Session } from './session.ts';
import { openPending, type Pending, readEvents } from './session-contents.ts';
import { parseCookie, type SessionCookie } from './session-cookie.ts';
import { sessionGone } from './session-ended.ts';
import { isRecent } from './session-limits.ts';
import type { Circumstances } from './session-origin.ts';
import { worthOf } from './session-worth.ts';

/** A session with everything of it open: what `Presence` shows to others is made from this. */
export interface LiveSession {
  readonly cookie: SessionCookie;
  readonly row: SessionRow;
  readonly pending: Pending;
  readonly from: Circumstances | undefined;
}

/** Between the session that others hold and the row behind it. */
export interface LiveSessions {
  /** Undefined when it is over by time. */
  show(live: LiveSession): Presence | undefined;
  /** Throws AppError `session-gone` instead. */
  showOrGone(live: LiveSession): Presence;
  /** From what this process knows, without a query where it handed the session out itself. */
  of(presence: Presence): Promise<LiveSession>;
  find(cookie: SessionCookie, from: Circumstances | undefined): Promise<LiveSession | undefined>;
  /**
   * Makes a change that succeeds only on the row as it stands (undefined from `attempt`: somebody else was first),
   * again with the row as it then is.
   */
  change<T>(presence: Presence, attempt: (live: LiveSession) => Promise<T | undefined>): Promise<T>;
}

/** Tabs of one browser that write at the same moment: far more rounds than two hands can cause. */
const roundsAtMost = 20;

export function liveSessions(store: SessionStore, clock: Clock): LiveSessions {
  const known = new WeakMap<Session, LiveSession>();

  function show(live: LiveSession): Presence | undefined {
    const session = sessionOf(live, clock.now());
    if (!session) return undefined;
    known.set(session, live);
    return { session, cookie: live.cookie.value, ...(live.from ? { from: live.from } : {}) };
  }

  function showOrGone(live: LiveSession): Presence {
    const presence = show(live);
    if (!presence) throw sessionGone();
    return presence;
  }

  async function find(
    cookie: SessionCookie,
    from: Circumstances | undefined,
  ): Promise<LiveSession | undefined> {
    const row = await store.find(cookie.lookup);
    const pending = row && openOrUndefined(cookie, row);
    return row && pending && { cookie, row, pending, from };
  }

  async function reread(presence: Presence): Promise<LiveSession> {
    const cookie = parseCookie(presence.cookie.reveal());
    const live = cookie && (await find(cookie, presence.from));
    if (!live) throw sessionGone();
    return live;
  }

  return {
    show,
    showOrGone,
    find,
    of: async (presence) => known.get(presence.session) ?? reread(presence),
    async change(presence, attempt) {
      let live = known.get(presence.session) ?? (await reread(presence));
      for (let round = 0; round < roundsAtMost; round++) {
        const changed = await attempt(live);
        if (changed !== undefined) return changed;
        live = await reread(presence);
      }
      throw new AppError('session-contended', { status: 503 });
    },
  };
}

/** A secret that is not the row's own is no error of ours: somebody knows an id and no more. */
function openOrUndefined(cookie: SessionCookie, row: SessionRow): Pending | undefined {
  try {
    return openPending(cookie, row.pending);
  } catch (error) {
    if (error instanceof AppError && error.code === 'artifact-refused') return undefined;
    throw error;
  }
}

function sessionOf({ row, pending }: LiveSession, now: Date): Session | undefined {
  const events = readEvents(row.events);
  const worth = worthOf(row, now, moreIsAsked({ pending, events }) ? 1 : 3);
  if (!worth) return undefined;
  if (worth.idle) return idleSession(row, pending, worth.expiresAt);
  const newest = events.map(({ at }) => at).sort((a, b) => b.getTime() - a.getTime())[0];
  return {
    id: row.lookup.toString('base64url'),
    ref: row.ref,
    ...(row.person ? { person: row.person } : {}),
    events,
    aal: worth.aal,
    phishingResistant: worth.phishingResistant,
    ...(worth.authenticatedAt ? { authenticatedAt: worth.authenticatedAt } : {}),
    recent: isRecent(newest, now),
    createdAt: row.created_at,
    expiresAt: worth.expiresAt,
    opensVault: row.vault_wrap !== null,
    pending,
  };
}

/** Shows its person and what was asked of a passkey just now; everything else stays shut until that person is back. */
function idleSession(row: SessionRow, pending: Pending, expiresAt: Date): Session {
  return {
    id: row.lookup.toString('base64url'),
    ref: row.ref,
    ...(row.person ? { idle: { person: row.person } } : {}),
    events: [],
    aal: 0,
    phishingResistant: false,
    recent: false,
    createdAt: row.created_at,
    expiresAt,
    opensVault: false,
    pending: onlyChallenges(pending),
  };
}
