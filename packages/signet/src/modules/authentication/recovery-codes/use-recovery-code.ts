import { type Clock, err, ok, type Result } from '../../../kernel/index.ts';
import type { Account, Accounts } from '../../accounts/index.ts';
import type { Vault } from '../../vault/index.ts';
import { recoveryCodeWay, type SecurityNotices } from '../authenticators/index.ts';
import { type Presence, type Sessions, wentOnElsewhere } from '../session/index.ts';
import type { SignInAs } from '../sign-in/index.ts';
import type { FindRecoveryCode } from './find-recovery-code.ts';
import type { UseRecoveryCodeError } from './outcomes.ts';
import type { RecoveryCodeStore } from './postgres-recovery-codes.ts';
import type { RecoveryCodeParts } from './recovery-code.ts';
import type { RecoveryCodes } from './recovery-codes.ts';

interface UseNeeds {
  readonly accounts: Pick<Accounts, 'get'>;
  readonly clock: Clock;
  readonly find: FindRecoveryCode;
  readonly recoveryCodes: Pick<RecoveryCodeStore, 'use'>;
  readonly securityNotices: Pick<SecurityNotices, 'addressees' | 'send'>;
  readonly sessions: Pick<Sessions, 'load'>;
  readonly signInAs: SignInAs;
  readonly vault: Pick<Vault, 'removeWayIn'>;
}

/**
 * B15: beside the password in the place of the second factor; or by somebody signed in already, to open a vault that
 * their passkey does not. Used up in the transaction that makes the session: of two at once one wins.
 */
export const useRecoveryCode =
  (needs: UseNeeds): RecoveryCodes['use'] =>
  async (presence, { code, source }): Promise<Result<Presence, UseRecoveryCodeError>> => {
    const { person, events, aal } = presence.session;
    const account = person && (await needs.accounts.get(person));
    const mayUse = aal >= 2 || events.some(({ method }) => method === 'password');
    if (account?.status !== 'active' || !mayUse) return err({ code: 'not-now' });
    const judged = await needs.find(account, code, source);
    if (!judged.ok) return judged;
    const { found, attempt, failed } = judged.value;
    const used = await use(needs, presence, account, found);
    if (used) {
      await attempt.succeededAtHome();
      return ok(used);
    }
    if (await wentOnElsewhere(needs.sessions, presence)) return err({ code: 'not-now' });
    await failed();
    return err({ code: 'wrong-code' });
  };

async function use(
  needs: UseNeeds,
  presence: Presence,
  account: Account,
  { lookup, vaultSecret }: RecoveryCodeParts,
): Promise<Presence | undefined> {
  const { person } = account;
  const at = needs.clock.now();
  const to = await needs.securityNotices.addressees(person);
  const ref = recoveryCodeWay(lookup);
  return needs.signInAs(presence, account, {
    event: { method: 'recovery-code', at },
    way: { kind: 'recovery-code', ref, secret: vaultSecret },
    async accept(tx) {
      const left = await needs.recoveryCodes.use(tx, person, lookup, at);
      if (left === undefined) return false;
      await needs.vault.removeWayIn(tx, person, 'recovery-code', ref);
      await needs.securityNotices.send(
        tx,
        to,
        'recovery-code-used',
        { left },
        { kind: 'sign-in', about: 'any' },
      );
      return true;
    },
  });
}
