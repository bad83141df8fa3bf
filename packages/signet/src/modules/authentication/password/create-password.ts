import type { Clock, Transact } from '../../../kernel/index.ts';
import type { Accounts } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { Quotas } from '../../quotas/index.ts';
import type { Vault } from '../../vault/index.ts';
import type { AuthenticatorsOf, Binder, SecurityNotices, VaultWaysIn } from '../authenticators/index.ts';
import type { Attempts, HashQueue, TriedAccounts } from '../limits/index.ts';
import { notNowWhenSessionEnded as guarded, type KnownDevices, type Sessions } from '../session/index.ts';
import type { FinishByMailbox, SignInAs } from '../sign-in/index.ts';
import { createJudgePassword, type JudgePassword } from './judge-password.ts';
import type { Password } from './password.ts';
import type { LeakedPasswords, PasswordKeys } from './ports.ts';
import type { PasswordStore } from './postgres-passwords.ts';
import { addressForPassword, setPassword } from './set-password.ts';
import { signInWithPassword } from './sign-in-with-password.ts';

export function createPassword(needs: {
  readonly accounts: Pick<Accounts, 'digestOf' | 'findByEmail' | 'primaryAddress'>;
  readonly attempts: Pick<Attempts, 'take'>;
  readonly audit: AuditLog;
  readonly authenticators: AuthenticatorsOf;
  readonly binder: Binder;
  readonly clock: Clock;
  readonly finishByMailbox: FinishByMailbox;
  readonly hashQueue: HashQueue;
  readonly kms: PasswordKeys;
  readonly knownDevices: Pick<KnownDevices, 'own'>;
  readonly leakedPasswords?: LeakedPasswords | undefined;
  readonly passwords: Pick<PasswordStore, 'put' | 'succeeded' | 'takeAttempt'>;
  readonly quotas: Quotas;
  readonly securityNotices: Pick<SecurityNotices, 'disabled'>;
  readonly serviceName: string;
  readonly sessions: Pick<Sessions, 'begin'>;
  readonly signInAs: SignInAs;
  readonly transact: Transact;
  readonly triedAccounts: Pick<TriedAccounts, 'failed'>;
  readonly vault: Pick<Vault, 'addWayIn' | 'removeWayIn'>;
  readonly vaultWaysIn: Pick<VaultWaysIn, 'give' | 'lookAhead'>;
}): { readonly password: Password; readonly judgePassword: JudgePassword } {
  const judge = createJudgePassword(needs);
  return {
    judgePassword: judge,
    password: {
      addressFor: addressForPassword(needs),
      set: guarded(setPassword(needs)),
      signIn: signInWithPassword({ ...needs, judge }),
    },
  };
}
