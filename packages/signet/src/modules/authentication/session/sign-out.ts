import type { Authentication } from '../authentication.ts';
import type { Parts } from '../parts.ts';

export const signOut =
  ({
    accounts,
    audit,
    sessions,
    transact,
  }: Pick<Parts, 'accounts' | 'audit' | 'sessions' | 'transact'>): Authentication['signOut'] =>
  async (presence) => {
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
  };
