import type { PersonId } from '../../kernel/index.ts';
import type { Parts } from './parts.ts';
import type { Presence, SessionView } from './session.ts';

/** Where a person is signed in, and the end of it. */
export interface SignedInDevices {
  /** The person's sessions, this one first, then the last used. Empty for nobody. */
  signedInDevices(presence: Presence): Promise<readonly SessionView[]>;
  /**
   * Ends those of the person's other sessions that `refs` name; what is none of theirs is left alone. Works at their next
   * request. Returns the refs of those that ended.
   */
  signOutElsewhere(presence: Presence, refs: readonly string[]): Promise<readonly string[]>;
}

type Needs = Pick<Parts, 'accounts' | 'audit' | 'sessions' | 'transact'>;

export function signedInDevices({ accounts, audit, sessions, transact }: Needs): SignedInDevices {
  const others = async (person: PersonId, { session }: Presence) =>
    (await sessions.listOf(person)).filter(({ ref }) => ref !== session.ref);

  return {
    async signedInDevices({ session }) {
      const all = session.person ? await sessions.listOf(session.person) : [];
      return [...all].sort((a, b) => Number(b.ref === session.ref) - Number(a.ref === session.ref));
    },

    async signOutElsewhere(presence, refs) {
      const { person, aal } = presence.session;
      if (!person || aal < 2) return [];
      const account = await accounts.get(person);
      const theirs = (await others(person, presence))
        .map(({ ref }) => ref)
        .filter((ref) => refs.includes(ref));
      if (theirs.length === 0) return [];
      return transact(async (tx) => {
        const ended: string[] = [];
        for (const ref of theirs) if (await sessions.endOne(person, ref, tx)) ended.push(ref);
        await audit.record(tx, {
          action: 'session.ended-elsewhere',
          actor: { kind: 'person' },
          ...(account ? { subject: account.auditRef } : {}),
          details: { count: ended.length },
        });
        return ended;
      });
    },
  };
}
