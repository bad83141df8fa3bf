import { createHash } from 'node:crypto';
import { type Clock, days, isToken, newToken, type Redacted, type Tx } from '../../kernel/index.ts';
import type { Disavowable, Disavowal } from './disavowable.ts';
import type { DisavowalStore } from './postgres-disavowals.ts';

/** B16: the links in notices that undo what the notice tells of. */
export interface Disavowals {
  /** A link's token. It works once, for thirty days, and is in the notice and nowhere else. */
  make(tx: Tx, change: Disavowable): Promise<Redacted<string>>;
  /** What the link would undo. Looking uses nothing up: mail scanners follow links. */
  find(token: string): Promise<Disavowal | undefined>;
  /** Uses the link up: of two presses at once one gets it. */
  take(tx: Tx, token: string): Promise<Disavowal | undefined>;
  removeExpired(): Promise<void>;
}

const lifetime = days(30);

const lookupOf = (token: string): Buffer => createHash('sha256').update(`not-me 1/${token}`).digest();

export function disavowalsIn(store: DisavowalStore, clock: Clock): Disavowals {
  return {
    async make(tx, change) {
      const token = newToken();
      const now = clock.now();
      const expiresAt = new Date(now.getTime() + lifetime);
      await store.add(tx, lookupOf(token.reveal()), { ...change, toldAt: now, expiresAt });
      return token;
    },
    find: async (token) => (isToken(token) ? store.find(lookupOf(token), clock.now()) : undefined),
    take: async (tx, token) => (isToken(token) ? store.take(tx, lookupOf(token), clock.now()) : undefined),
    removeExpired: () => store.removeExpired(clock.now()),
  };
}
