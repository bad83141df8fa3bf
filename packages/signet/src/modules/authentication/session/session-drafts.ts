import type { Clock, PersonId, Tx } from '../../../kernel/index.ts';
import type { RiskSignal } from '../../risk/index.ts';
import type { Vault, VaultKey } from '../../vault/index.ts';
import type { LiveSession, LiveSessions } from './live-session.ts';
import type { SessionRow, SessionStore } from './postgres-sessions.ts';
import type { AuthenticationEvent, PreparedRenewal, RenewSession, Sessions } from './session.ts';
import { merged, readEvents, sealPending, secretBytes, withEvent } from './session-contents.ts';
import { newCookie } from './session-cookie.ts';
import { sessionGone } from './session-ended.ts';
import { type Circumstances, networkDigest, type Origins } from './session-origin.ts';
import { sweptAt, worthOf } from './session-worth.ts';

type Kept = Pick<SessionRow, 'person' | 'ref' | 'created_at' | 'signed_in_at' | 'lapsed_at'>;

interface DraftNeeds {
  readonly clock: Clock;
  readonly origins: Origins;
  readonly vault: Pick<Vault, 'wrapForSession' | 'openForSession'>;
}

/** The same session with other `pending`, as its row will be after the change. */
export const changed = (
  { cookie, row, from }: LiveSession,
  pending: LiveSession['pending'],
): LiveSession => ({
  cookie,
  from,
  pending,
  row: { ...row, pending: sealPending(cookie, pending), version: row.version + 1 },
});

/** Sessions as they will be written: under a cookie of their own, with the vault key and the origin sealed. */
export function sessionDrafts({ clock, origins, vault }: DraftNeeds) {
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

interface RenewalNeeds {
  readonly clock: Clock;
  readonly drafts: ReturnType<typeof sessionDrafts>;
  readonly endOthers: (person: PersonId | null, refs: readonly string[], tx: Tx | undefined) => Promise<void>;
  readonly live: LiveSessions;
  readonly store: Pick<SessionStore, 'replace'>;
}

/** The same session under a new cookie: at once, or together with what else is written. */
export function sessionRenewals({
  clock,
  drafts: { draft, keyInside, lapseOf, originOf },
  endOthers,
  live,
  store,
}: RenewalNeeds): Pick<Sessions, 'prepareRenewal' | 'renew'> {
  async function renewed(
    old: LiveSession,
    { event, person, vaultKey, consume, pending = {}, signals }: Omit<RenewSession, 'tx'>,
  ): Promise<LiveSession> {
    if (consume !== undefined && old.pending[consume] === undefined) throw sessionGone();
    if (person && old.row.person && person !== old.row.person) throw sessionGone(); // never one's vault to another
    const named = { person: person ?? old.row.person, ref: old.row.ref, origin: old.row.origin };
    return draft({
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
  }

  async function replace(next: LiveSession, old: LiveSession, tx: Tx | undefined): Promise<boolean> {
    const others = await store.replace(next.row, old.row, tx);
    if (others) await endOthers(next.row.person, others, tx);
    return others !== undefined;
  }

  return {
    renew(presence, { tx, ...how }) {
      return live.change(presence, async (old) => {
        const next = await renewed(old, how);
        return (await replace(next, old, tx)) ? live.showOrGone(next) : undefined;
      });
    },

    async prepareRenewal(presence, how, pendingWith): Promise<PreparedRenewal> {
      const old = await live.of(presence);
      const next = await renewed(old, how);
      const patch = await pendingWith(live.showOrGone(next));
      const written = withPending(next, merged(next.pending, patch));
      return { presence: live.showOrGone(written), write: (tx) => replace(written, old, tx) };
    },
  };
}

/** A session that is not written yet, with other `pending`. */
const withPending = ({ cookie, row, from }: LiveSession, pending: LiveSession['pending']): LiveSession => ({
  cookie,
  from,
  pending,
  row: { ...row, pending: sealPending(cookie, pending) },
});
