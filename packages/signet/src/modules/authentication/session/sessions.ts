import { randomUUID } from 'node:crypto';
import type { Clock, PersonId, Transact, Tx } from '../../../kernel/index.ts';
import type { Vault } from '../../vault/index.ts';
import { liveSessions } from './live-session.ts';
import type { EndAtAgencies } from './ports.ts';
import type { SessionStore } from './postgres-sessions.ts';
import type { RecordNewNetwork } from './record-new-network.ts';
import type { AuthenticationEvent, Presence, Sessions } from './session.ts';
import { merged, readEvents, secretBytes } from './session-contents.ts';
import { parseCookie } from './session-cookie.ts';
import { changed, sessionDrafts, sessionRenewals } from './session-drafts.ts';
import { lastSeenGrain } from './session-limits.ts';
import type { Origins } from './session-origin.ts';
import { worthOf } from './session-worth.ts';

interface Needs {
  readonly store: SessionStore;
  readonly vault: Pick<Vault, 'wrapForSession' | 'openForSession'>;
  readonly clock: Clock;
  readonly origins: Origins;
  readonly recordNewNetwork: RecordNewNetwork;
  /** P4: what agencies hold by these sessions ends with them. */
  readonly endAtAgencies: EndAtAgencies;
  readonly transact: Transact;
}

export function createSessions({
  store,
  vault,
  clock,
  origins,
  recordNewNetwork,
  endAtAgencies,
  transact,
}: Needs): Sessions {
  const live = liveSessions(store, clock);

  /** What agencies hold by sessions that were too many ends with them (P4). */
  async function endOthers(
    person: PersonId | null,
    refs: readonly string[],
    tx: Tx | undefined,
  ): Promise<void> {
    if (!person || refs.length === 0) return;
    const end = (own: Tx): Promise<void> => endAtAgencies(own, person, refs);
    await (tx ? end(tx) : transact(end));
  }

  const drafts = sessionDrafts({ clock, origins, vault });
  const { draft, keyInside, lapseOf, originOf, timesNow } = drafts;

  return {
    async load(value, from, by = 'person') {
      const cookie = parseCookie(value);
      const read = cookie && (await live.find(cookie, from));
      const shown = read && live.show(read);
      if (!read || !shown || shown.session.idle) return shown; // a look renews nothing that is idle
      const found = await recordNewNetwork(read);
      const presence = live.show(found);
      if (
        !presence ||
        by === 'waiting-script' ||
        clock.now().getTime() - found.row.last_seen_at.getTime() < lastSeenGrain
      )
        return presence;
      const times = { ...timesNow(found.row), lapsed_at: lapseOf(found) };
      await store.touch(found.row.lookup, times);
      return live.show({ ...found, row: { ...found.row, ...times } });
    },

    async begin(
      { person, events = [], vaultKey, pending = {}, previous, from = previous?.from, signals },
      tx,
    ) {
      const now = clock.now();
      const signedInAt = person ? now : null;
      const named = { person: person ?? null, ref: randomUUID() };
      const begun = await draft({
        ...named,
        circumstances: from,
        origin: await originOf({ ...named, origin: null }, from, signals),
        events,
        vaultKey,
        pending,
        created_at: now,
        signed_in_at: signedInAt,
        lapsed_at: null,
      });
      const before = previous && parseCookie(previous.cookie.reveal())?.lookup;
      await endOthers(begun.row.person, await store.insert(begun.row, before, tx), tx);
      return live.showOrGone(begun);
    },

    ...sessionRenewals({ clock, live, store, drafts, endOthers }),

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

    openVault: async (presence) => (presence.session.idle ? undefined : keyInside(await live.of(presence))),

    ...sessionEnds({ store, clock, origins, endAtAgencies }),

    removeExpired: () => store.removeExpired(),
  };
}

/** A person's sessions, and the end of one or of all. */
function sessionEnds({
  store,
  clock,
  origins,
  endAtAgencies,
}: Pick<Needs, 'clock' | 'endAtAgencies' | 'origins' | 'store'>): Pick<
  Sessions,
  'end' | 'endAll' | 'endAllUsing' | 'endOne' | 'isSignedIn' | 'listOf'
> {
  /** What agencies hold by these sessions ends with them (P4). */
  async function removeAllOf(
    tx: Tx,
    person: PersonId,
    keep: Presence | undefined,
    using?: AuthenticationEvent['method'],
  ): Promise<number> {
    const kept = keep && parseCookie(keep.cookie.reveal())?.lookup;
    const refs = await store.removeAllOf(person, kept, tx, using);
    if (refs.length > 0) await endAtAgencies(tx, person, refs);
    return refs.length;
  }

  return {
    async end(presence, tx) {
      const cookie = parseCookie(presence.cookie.reveal());
      if (cookie) await store.remove(cookie.lookup, tx);
    },

    endAll: (person, keep, tx) => removeAllOf(tx, person, keep),

    async listOf(person) {
      const now = clock.now();
      const rows = await store.allOf(person);
      const views = rows.map(async (row) => {
        const events = readEvents(row.events);
        const signedInAt = row.signed_in_at ?? row.created_at;
        const worth = worthOf(row, now);
        if (!worth || (worth.aal < 2 && !worth.idle)) return [];
        const origin = row.origin ? await origins.open(row.ref, row.origin) : undefined;
        const { ref, last_seen_at: lastSeenAt } = row;
        const aal = worth.idle ? 2 : worth.aal; // one factor resumes it
        return [{ ref, events, aal, signedInAt, lastSeenAt, origin }];
      });
      return (await Promise.all(views)).flat();
    },

    async isSignedIn(person, ref) {
      const row = (await store.allOf(person)).find((one) => one.ref === ref);
      const worth = row && worthOf(row, clock.now());
      return worth !== undefined && worth.aal >= 2 && !worth.idle;
    },

    async endOne(person, ref, tx) {
      const ended = await store.removeOne(person, ref, tx);
      if (ended) await endAtAgencies(tx, person, [ref]);
      return ended;
    },

    endAllUsing: (person, method, keep, tx) => removeAllOf(tx, person, keep, method),
  };
}
