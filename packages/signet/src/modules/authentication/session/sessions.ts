import { randomUUID } from 'node:crypto';
import type { Clock, PersonId, Transact, Tx } from '../../../kernel/index.ts';
import type { RiskSignal } from '../../risk/index.ts';
import type { Vault, VaultKey } from '../../vault/index.ts';
import { type LiveSession, liveSessions } from './live-session.ts';
import type { EndAtAgencies } from './ports.ts';
import type { SessionRow, SessionStore } from './postgres-sessions.ts';
import type { RecordNewNetwork } from './record-new-network.ts';
import type { AuthenticationEvent, Presence, Sessions } from './session.ts';
import { merged, readEvents, sealPending, secretBytes, withEvent } from './session-contents.ts';
import { newCookie, parseCookie } from './session-cookie.ts';
import { sessionGone } from './session-ended.ts';
import { lastSeenGrain } from './session-limits.ts';
import type { Circumstances } from './session-origin.ts';
import { networkDigest, type Origins } from './session-origin.ts';
import { sweptAt, worthOf } from './session-worth.ts';

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

type Kept = Pick<SessionRow, 'person' | 'ref' | 'created_at' | 'signed_in_at' | 'lapsed_at'>;

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

  const { draft, keyInside, lapseOf, originOf, timesNow } = sessionDrafts({ clock, origins, vault });

  return {
    async load(value, from) {
      const cookie = parseCookie(value);
      const read = cookie && (await live.find(cookie, from));
      const shown = read && live.show(read);
      if (!read || !shown || shown.session.idle) return shown; // a look renews nothing that is idle
      const found = await recordNewNetwork(read);
      const presence = live.show(found);
      if (!presence || clock.now().getTime() - found.row.last_seen_at.getTime() < lastSeenGrain)
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

    renew(presence, { event, person, vaultKey, consume, pending = {}, signals, tx }) {
      return live.change(presence, async (old) => {
        if (consume !== undefined && old.pending[consume] === undefined) throw sessionGone();
        if (person && old.row.person && person !== old.row.person) throw sessionGone(); // never one's vault to another
        const named = { person: person ?? old.row.person, ref: old.row.ref, origin: old.row.origin };
        const next = await draft({
          ...named,
          circumstances: old.from,
          origin: await originOf(named, old.from, signals),
          events: withEvent(readEvents(old.row.events), event),
          vaultKey: vaultKey ?? (await keyInside(old)),
          pending: merged(old.pending, {
            ...(consume === undefined ? {} : { [consume]: undefined }),
            ...pending,
          }),
          created_at: old.row.created_at,
          signed_in_at: old.row.signed_in_at ?? clock.now(),
          lapsed_at: lapseOf(old),
        });
        const others = await store.replace(next.row, old.row, tx);
        if (!others) return undefined;
        await endOthers(next.row.person, others, tx);
        return live.showOrGone(next);
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

    openVault: async (presence) => (presence.session.idle ? undefined : keyInside(await live.of(presence))),

    ...sessionEnds({ store, clock, origins, endAtAgencies }),

    removeExpired: () => store.removeExpired(),
  };
}

/** The same session with other `pending`, as its row will be after the change. */
const changed = ({ cookie, row, from }: LiveSession, pending: LiveSession['pending']): LiveSession => ({
  cookie,
  from,
  pending,
  row: { ...row, pending: sealPending(cookie, pending), version: row.version + 1 },
});

/** Sessions as they will be written: under a cookie of their own, with the vault key and the origin sealed. */
function sessionDrafts({ clock, origins, vault }: Pick<Needs, 'clock' | 'origins' | 'vault'>) {
  /** The times of a row that is written now. When it is over is judged at each load; this is for sweeping. */
  function timesNow(row: Kept & Pick<SessionRow, 'events'>) {
    const now = clock.now();
    return { last_seen_at: now, expires_at: sweptAt(row, now) };
  }

  /** What was given before a pause that was too long is marked as such with the first use after it. */
  function lapseOf({ row }: LiveSession): Date | null {
    const worth = worthOf(row, clock.now());
    return !worth || worth.idle || worth.lapsed ? row.last_seen_at : row.lapsed_at;
  }

  /** A session under a cookie of its own, with the vault key (if any) under the cookie's secret. */
  async function draft(
    contents: Kept & {
      readonly events: readonly AuthenticationEvent[];
      readonly pending: LiveSession['pending'];
      readonly vaultKey: VaultKey | undefined;
      readonly circumstances: Circumstances | undefined;
      readonly origin: Buffer | null;
    },
  ): Promise<LiveSession> {
    const cookie = newCookie();
    const { vaultKey, pending, circumstances, ...kept } = contents;
    const row: SessionRow = {
      ...kept,
      ...timesNow(contents),
      lookup: cookie.lookup,
      pending: sealPending(cookie, pending),
      vault_wrap: vaultKey ? await vault.wrapForSession(vaultKey, secretBytes(cookie)) : null,
      version: 1,
      networks: circumstances ? [networkDigest(cookie, circumstances)] : null,
    };
    return { cookie, row, pending, from: circumstances };
  }

  /** Written when somebody signs in; from then on it goes along, and opens only to be added to. */
  async function originOf(
    { person, ref, origin }: Pick<SessionRow, 'person' | 'ref' | 'origin'>,
    from: Circumstances | undefined,
    signals: readonly RiskSignal[] = [],
  ): Promise<Buffer | null> {
    if (!person || !from || (origin && signals.length === 0)) return origin;
    const known = origin ? await origins.open(ref, origin) : origins.describe(from, clock.now());
    return origins.seal(ref, { ...known, signals: [...new Set([...known.signals, ...signals])] });
  }

  async function keyInside({ cookie, row }: LiveSession): Promise<VaultKey | undefined> {
    if (!row.person || !row.vault_wrap) return undefined;
    return vault.openForSession(row.person, row.vault_wrap, secretBytes(cookie));
  }

  return { draft, keyInside, lapseOf, originOf, timesNow };
}

/** A person's sessions, and the end of one or of all. */
function sessionEnds({
  store,
  clock,
  origins,
  endAtAgencies,
}: Pick<Needs, 'clock' | 'endAtAgencies' | 'origins' | 'store'>): Pick<
  Sessions,
  'end' | 'endAll' | 'endAllUsing' | 'endOne' | 'listOf'
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

    async endOne(person, ref, tx) {
      const ended = await store.removeOne(person, ref, tx);
      if (ended) await endAtAgencies(tx, person, [ref]);
      return ended;
    },

    endAllUsing: (person, method, keep, tx) => removeAllOf(tx, person, keep, method),
  };
}
