import { err, hours, ok, type Redacted, type Result } from '../../../kernel/index.ts';
import type { Authentication } from '../authentication.ts';
import type { IssueRecoveryCodesError } from '../outcomes.ts';
import type { Parts } from '../parts.ts';
import type { Presence } from '../session/session.ts';
import { codesInASet, newRecoveryCode, recoveryCodeParts } from './recovery-code.ts';

export const recoveryCodeWay = (lookup: Buffer): string => lookup.toString('base64url');

/** B14: a set at a time. The codes themselves are in this answer and nowhere else. */
export const issueRecoveryCodes =
  (parts: Parts): Authentication['issueRecoveryCodes'] =>
  async (
    presence,
  ): Promise<
    Result<
      {
        readonly presence: Presence;
        readonly codes: readonly Redacted<string>[];
        readonly openVault: boolean;
      },
      IssueRecoveryCodesError
    >
  > => {
    const { person, aal, recent } = presence.session;
    if (!person || aal < 2 || !recent) return err({ code: 'not-now' });
    const to = await parts.tell.addressees(person);
    const held = await parts.sessions.openVault(presence);
    const codes = Array.from({ length: codesInASet }, newRecoveryCode);
    const stored = codes.map((code) => recoveryCodeParts(person, code));
    const [next, openVault] = await parts.transact(async (tx) => {
      const renewed = held ?? (await parts.renewLostVault(tx, presence)); // before: the codes there were go with the old vault
      const old = await parts.recoveryCodes.replaceSet(tx, person, stored, parts.clock.now());
      for (const lookup of old) {
        await parts.vault.removeWayIn(tx, person, 'recovery-code', recoveryCodeWay(lookup));
      }
      const ways = stored.map(({ lookup, vaultSecret: secret }) => ({
        kind: 'recovery-code' as const,
        ref: recoveryCodeWay(lookup),
        secret,
      }));
      const key = await parts.waysIn.give(tx, person, ways, renewed);
      // The first ways in made the vault (a passkey without PRF came before), or got it back: this session opens it now.
      const opened = key && !held ? await parts.sessions.holdVault(presence, key, tx) : presence;
      const about =
        old.length > 0 || !isNew(to?.account.createdAt, parts.clock.now())
          ? ({ kind: 'authenticator', about: 'recovery-codes' } as const)
          : undefined;
      await parts.tell.send(tx, to, 'new-authenticator', { authenticator: 'recovery-codes' }, about);
      await parts.audit.record(tx, {
        action: 'authenticator.bound',
        actor: { kind: 'person' },
        ...(to ? { subject: to.account.auditRef } : {}),
        details: { authenticator: 'recovery-codes' },
      });
      return [opened, key !== undefined];
    });
    return ok({ presence: next, codes, openVault });
  };

/** With the account just made there is nothing to disavow; a thief who makes codes where there are none is another matter. */
const isNew = (madeAt: Date | undefined, now: Date): boolean =>
  madeAt !== undefined && now.getTime() - madeAt.getTime() < hours(1);
