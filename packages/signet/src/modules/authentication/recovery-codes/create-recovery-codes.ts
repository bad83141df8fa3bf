import type { Clock, Transact } from '../../../kernel/index.ts';
import type { Accounts } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { Vault } from '../../vault/index.ts';
import type { RenewLostVault, SecurityNotices, VaultWaysIn } from '../authenticators/index.ts';
import type { Attempts } from '../limits/index.ts';
import { notNowWhenSessionEnded as guarded, type Sessions } from '../session/index.ts';
import type { SignInAs } from '../sign-in/index.ts';
import { createFindRecoveryCode, type FindRecoveryCode } from './find-recovery-code.ts';
import { issueRecoveryCodes } from './issue-recovery-codes.ts';
import type { RecoveryCodeStore } from './postgres-recovery-codes.ts';
import type { RecoveryCodes } from './recovery-codes.ts';
import { useRecoveryCode } from './use-recovery-code.ts';

export function createRecoveryCodes(needs: {
  readonly accounts: Pick<Accounts, 'get'>;
  readonly attempts: Pick<Attempts, 'take'>;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly recoveryCodes: Pick<RecoveryCodeStore, 'find' | 'replaceSet' | 'takeAttempt' | 'use'>;
  readonly renewLostVault: RenewLostVault;
  readonly securityNotices: SecurityNotices;
  readonly sessions: Pick<Sessions, 'holdVault' | 'load' | 'openVault' | 'setPending'>;
  readonly signInAs: SignInAs;
  readonly transact: Transact;
  readonly vault: Pick<Vault, 'removeWayIn'>;
  readonly vaultWaysIn: Pick<VaultWaysIn, 'give'>;
}): { readonly recoveryCodes: RecoveryCodes; readonly findRecoveryCode: FindRecoveryCode } {
  const find = createFindRecoveryCode(needs);
  return {
    findRecoveryCode: find,
    recoveryCodes: {
      issue: guarded(issueRecoveryCodes(needs)),
      use: guarded(useRecoveryCode({ ...needs, find })),
    },
  };
}
