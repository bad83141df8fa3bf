import type { Transact } from '../../../kernel/index.ts';
import type { Accounts } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { Presence, Sessions, SessionView } from './session.ts';

/** Where a person is signed in, and the end of it. */
export interface SignOut {
  signOut(presence: Presence): Promise<void>;
  /** The person's sessions, this one first, then the last used. Empty for nobody. */
  signedInDevices(presence: Presence): Promise<readonly SessionView[]>;
  /**
   * Ends those of the person's other sessions that `refs` name, and with them what agencies hold by them (P4); what is none
   * of theirs is left alone. Works at their next request. Returns how many ended.
   */
  signOutElsewhere(presence: Presence, refs: readonly string[]): Promise<number>;
}

export function createSignOut({
  accounts,
  audit,
  sessions,
  transact,
}: {
  readonly accounts: Pick<Accounts, 'get'>;
  readonly audit: AuditLog;
  readonly sessions: Pick<Sessions, 'end' | 'endOne' | 'listOf'>;
  readonly transact: Transact;
}): SignOut {
  return {
    async signOut(presence) {
      const { person } = presence.session;
      const account = person && (await accounts.get(person));
      await transact(async (tx) => {
        await sessions.end(presence, tx);
        if (!account) return;
        await audit.record(tx, {
          action: 'session.ended',
          actor: { kind: 'person' },
          subject: account.auditRef,
        });
      });
    },

    async signedInDevices({ session }) {
      const all = session.person ? await sessions.listOf(session.person) : [];
      return [...all].sort((a, b) => Number(b.ref === session.ref) - Number(a.ref === session.ref));
    },

    async signOutElsewhere(presence, refs) {
      const { person, aal, ref: here } = presence.session;
      const account = person && aal >= 2 ? await accounts.get(person) : undefined;
      if (!account) return 0;
      return transact(async (tx) => {
        let count = 0;
        for (const ref of new Set(refs)) {
          if (ref !== here && (await sessions.endOne(account.person, ref, tx))) count += 1;
        }
        if (count === 0) return 0;
        await audit.record(tx, {
          action: 'session.ended-elsewhere',
          actor: { kind: 'person' },
          subject: account.auditRef,
          details: { count },
        });
        return count;
      });
    },
  };
}
