import { createHash } from 'node:crypto';
import type { SessionStore } from '@signet/relying-party/hono';

/**
 * Sessions of another kind in the same table, so that a logout order from Signet ends all kinds. Their rows are found by
 * another hash: one kind's cookie value in the other kind's cookie opens nothing.
 */
export function separateSessions(store: SessionStore, kind: 'staff' | 'refund-tool'): SessionStore {
  const hashed = (idHash: Uint8Array): Uint8Array =>
    createHash('sha256').update(kind).update(idHash).digest();
  return {
    add: (session, now) => store.add({ ...session, idHash: hashed(session.idHash) }, now),
    touch: (idHash, now, idleSince) => store.touch(hashed(idHash), now, idleSince),
    find: (idHash) => store.find(hashed(idHash)),
    hasLapsed: (of, idleSince) => store.hasLapsed(of, idleSince),
    remove: (idHash) => store.remove(hashed(idHash)),
    end: (order) => store.end(order),
  };
}
