import type { Clock } from '../../kernel/index.ts';
import type { Vault, VaultKey } from '../vault/index.ts';
import { type LiveSession, liveSessions, sessionGone } from './live-session.ts';
import type { SessionRow, SessionStore } from './postgres-sessions.ts';
import type { AuthenticationEvent, Sessions } from './session.ts';
import { merged, readEvents, sealPending, secretBytes } from './session-contents.ts';
import { newCookie, parseCookie } from './session-cookie.ts';
import { endsAt, lastSeenGrain } from './session-limits.ts';

interface Needs {
  readonly store: SessionStore;
  readonly vault: Vault;
  readonly clock: Clock;
}

export function keepingSessions({ store, vault, clock }: Needs): Sessions {
  const live = liveSessions(store, clock);

  /** The times of a row that is written now. When it is over is judged at each load; this is for sweeping. */
  function timesNow(row: Pick<SessionRow, 'person' | 'created_at' | 'signed_in_at'>) {
    const now = clock.now();
    const since = row.signed_in_at ?? row.created_at;
    return { last_seen_at: now, expires_at: endsAt(row.person ? 2 : 0, { since, lastSeen: now }) };
  }

  /** A session under a cookie of its own, with the vault key (if any) under the cookie's secret. */
  async function draft(
    from: Pick<SessionRow, 'person' | 'created_at' | 'signed_in_at'> & {
      readonly events: readonly AuthenticationEvent[];
      readonly pending: LiveSession['pending'];
      readonly vaultKey: VaultKey | undefined;
    },
  ): Promise<LiveSession> {
    const cookie = newCookie();
    const { vaultKey, pending, ...kept } = from;
    const row: SessionRow = {
      ...kept,
      ...timesNow(from),
      lookup: cookie.lookup,
      pending: sealPending(cookie, pending),
      vault_wrap: vaultKey ? await vault.wrapForSession(vaultKey, secretBytes(cookie)) : null,
      version: 1,
    };
    return { cookie, row, pending };
  }

  async function keyInside({ cookie, row }: LiveSession): Promise<VaultKey | undefined> {
    if (!row.person || !row.vault_wrap) return undefined;
    return vault.openForSession(row.person, row.vault_wrap, secretBytes(cookie));
  }

  return {
    async load(value) {
      const cookie = parseCookie(value);
      const found = cookie && (await live.find(cookie));
      const presence = found && live.show(found);
      if (!presence || clock.now().getTime() - found.row.last_seen_at.getTime() < lastSeenGrain)
        return presence;
      const times = timesNow(found.row);
      await store.touch(found.row.lookup, times);
      return live.show({ ...found, row: { ...found.row, ...times } });
    },

    async begin({ person, events = [], vaultKey, pending = {}, previous }, tx) {
      const now = clock.now();
      const signedInAt = person ? now : null;
      const begun = await draft({
        person: person ?? null,
        events,
        vaultKey,
        pending,
        created_at: now,
        signed_in_at: signedInAt,
      });
      await store.insert(begun.row, previous && parseCookie(previous.cookie.reveal())?.lookup, tx);
      return live.showOrGone(begun);
    },

    addEvent(presence, event, { person, vaultKey, consume, tx } = {}) {
      return live.change(presence, async (old) => {
        if (consume !== undefined && old.pending[consume] === undefined) throw sessionGone();
        const next = await draft({
          person: person ?? old.row.person,
          events: withEvent(readEvents(old.row.events), event),
          vaultKey: vaultKey ?? (await keyInside(old)),
          pending: consume === undefined ? old.pending : merged(old.pending, { [consume]: undefined }),
          created_at: old.row.created_at,
          signed_in_at: old.row.signed_in_at ?? clock.now(),
        });
        return (await store.replace(next.row, old.row, tx)) ? live.showOrGone(next) : undefined;
      });
    },

    setPending(presence, patch, tx) {
      return live.change(presence, async (old) => {
        const now = typeof patch === 'function' ? patch(old.pending) : patch;
        const next = changed(old, merged(old.pending, now));
        return (await store.change(old.row, { pending: next.row.pending }, tx))
          ? live.showOrGone(next)
          : undefined;
      });
    },

    takePending(presence, key) {
      return live.change(presence, async (old) => {
        const value = old.pending[key];
        if (value === undefined) return { presence: live.showOrGone(old), value };
        const next = changed(old, merged(old.pending, { [key]: undefined }));
        const taken = await store.change(old.row, { pending: next.row.pending }, undefined);
        return taken ? { presence: live.showOrGone(next), value } : undefined;
      });
    },

    holdVault(presence, key, tx) {
      return live.change(presence, async (old) => {
        const vaultWrap = await vault.wrapForSession(key, secretBytes(old.cookie));
        const row = { ...old.row, vault_wrap: vaultWrap, version: old.row.version + 1 };
        const held = await store.change(old.row, { vault_wrap: vaultWrap }, tx);
        return held ? live.showOrGone({ ...old, row }) : undefined;
      });
    },

    openVault: async (presence) => keyInside(await live.of(presence)),

    async end(presence, tx) {
      const cookie = parseCookie(presence.cookie.reveal());
      if (cookie) await store.remove(cookie.lookup, tx);
    },

    endAll: (person, keep, tx) =>
      store.removeAllOf(person, keep && parseCookie(keep.cookie.reveal())?.lookup, tx),

    removeExpired: () => store.removeExpired(clock.now()),
  };
}

/** The same session with other `pending`, as its row will be after the change. */
const changed = ({ cookie, row }: LiveSession, pending: LiveSession['pending']): LiveSession => ({
  cookie,
  pending,
  row: { ...row, pending: sealPending(cookie, pending), version: row.version + 1 },
});

/** Each kind of authentication once, at its newest; a passkey's with and without verification are two kinds. */
const withEvent = (
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
