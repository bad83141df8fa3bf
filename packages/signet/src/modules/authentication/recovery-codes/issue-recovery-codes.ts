import { type Clock, err, hours, ok, type Result, type Transact } from '../../../kernel/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { Vault } from '../../vault/index.ts';
import {
  type RenewLostVault,
  recoveryCodeWay,
  type SecurityNotices,
  type VaultWaysIn,
} from '../authenticators/index.ts';
import { confirmedFor, type Sessions } from '../session/index.ts';
import type { IssueRecoveryCodesError } from './outcomes.ts';
import type { RecoveryCodeStore } from './postgres-recovery-codes.ts';
import { codesInASet, newRecoveryCode, recoveryCodeParts } from './recovery-code.ts';
import type { IssuedRecoveryCodes, RecoveryCodes } from './recovery-codes.ts';

interface Needs {
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly recoveryCodes: Pick<RecoveryCodeStore, 'replaceSet'>;
  readonly renewLostVault: RenewLostVault;
  readonly securityNotices: SecurityNotices;
  readonly sessions: Pick<Sessions, 'holdVault' | 'openVault' | 'setPending'>;
  readonly transact: Transact;
  readonly vault: Pick<Vault, 'removeWayIn'>;
  readonly vaultWaysIn: Pick<VaultWaysIn, 'give'>;
}

/** B14: a set at a time. The codes themselves are in this answer and nowhere else. */
export const issueRecoveryCodes =
  (needs: Needs): RecoveryCodes['issue'] =>
  async (presence, keep): Promise<Result<IssuedRecoveryCodes, IssueRecoveryCodesError>> => {
    const { person, aal, recent } = presence.session;
    if (!person || aal < 2 || !recent) return err({ code: 'not-now' });
    const to = await needs.securityNotices.addressees(person);
    const held = await needs.sessions.openVault(presence);
    const codes = Array.from({ length: codesInASet }, newRecoveryCode);
    const stored = codes.map((code) => recoveryCodeParts(person, code));
    const [next, openVault] = await needs.transact(async (tx) => {
      const renewed = held ?? (await needs.renewLostVault(tx, presence)); // before: the codes there were go with the old vault
      const old = await needs.recoveryCodes.replaceSet(tx, person, stored, needs.clock.now());
      for (const lookup of old) {
        await needs.vault.removeWayIn(tx, person, 'recovery-code', recoveryCodeWay(lookup));
      }
      const ways = stored.map(({ lookup, vaultSecret: secret }) => ({
        kind: 'recovery-code' as const,
        ref: recoveryCodeWay(lookup),
        secret,
      }));
      const key = await needs.vaultWaysIn.give(tx, person, ways, renewed);
      // The first ways in made the vault (a passkey without PRF came before), or got it back: this session opens it now.
      const opened = key && !held ? await needs.sessions.holdVault(presence, key, tx) : presence;
      const about =
        old.length > 0 || !isNew(to?.account.createdAt, needs.clock.now())
          ? ({ kind: 'authenticator', about: 'recovery-codes' } as const)
          : undefined;
      // the first codes in the session of the sign-up belong to it, and `account-ready` tells of all of it at once
      if (about || !confirmedFor(presence.session, person)) {
        const replaced = old.length > 0 ? { replaced: true as const } : {};
        const told = { authenticator: 'recovery-codes', ...replaced } as const;
        await needs.securityNotices.send(tx, to, 'new-authenticator', told, about);
      }
      await needs.audit.record(tx, {
        action: 'authenticator.bound',
        actor: { kind: 'person' },
        ...(to ? { subject: to.account.auditRef } : {}),
        details: { authenticator: 'recovery-codes' },
      });
      // with the codes themselves: those that are shown are those that count, and none count that could not be shown
      const shown = keep?.(codes.map((code) => code.reveal()));
      const kept = shown ? await needs.sessions.setPending(opened, shown, tx) : opened;
      return [kept, key !== undefined];
    });
    return ok({ presence: next, codes, openVault });
  };

/** With the account just made there is nothing to disavow; a thief who makes codes where there are none is another matter. */
const isNew = (madeAt: Date | undefined, now: Date): boolean =>
  madeAt !== undefined && now.getTime() - madeAt.getTime() < hours(1);
