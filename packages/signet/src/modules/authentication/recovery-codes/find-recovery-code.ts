import { timingSafeEqual } from 'node:crypto';
import { err, ok, type Result, type Transact } from '../../../kernel/index.ts';
import type { Account } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { SecurityNotices } from '../authenticators/index.ts';
import {
  type Attempt,
  type Attempts,
  failuresAtMost,
  failuresBorne,
  type TooManyAttempts,
} from '../limits/index.ts';
import type { RecoveryCodeStore } from './postgres-recovery-codes.ts';
import { type RecoveryCodeParts, readRecoveryCode, recoveryCodeParts } from './recovery-code.ts';

export interface FoundRecoveryCode {
  readonly found: RecoveryCodeParts;
  readonly attempt: Attempt;
  failed(): Promise<void>;
}

export type FindRecoveryCode = (
  account: Account,
  code: string,
  source: string,
) => Promise<Result<FoundRecoveryCode, { readonly code: 'wrong-code' } | TooManyAttempts>>;

interface FindNeeds {
  readonly attempts: Pick<Attempts, 'take'>;
  readonly audit: AuditLog;
  readonly recoveryCodes: Pick<RecoveryCodeStore, 'find' | 'takeAttempt'>;
  readonly securityNotices: Pick<SecurityNotices, 'disabled'>;
  readonly transact: Transact;
}

/** An unused code of this person; counted before it is judged (B4). Looking does not use it up. */
export const createFindRecoveryCode =
  (needs: FindNeeds): FindRecoveryCode =>
  async (account, code, source) => {
    const allowed = await needs.attempts.take('recovery-code', account.person, source);
    if (!allowed.allowed) return err(allowed.error);
    const most = failuresBorne(allowed.fromKnownPlace);
    const taken = await needs.recoveryCodes.takeAttempt(account.person, most);
    const found = taken && (await find(needs, account, code));
    if (found) return ok({ found, attempt: allowed.attempt, failed });
    await failed();
    return err({ code: 'wrong-code' });

    async function failed(): Promise<void> {
      await needs.transact((tx) =>
        needs.audit.record(tx, {
          action: 'sign-in.failed',
          actor: { kind: 'person' },
          subject: account.auditRef,
          details: { method: 'recovery-code' },
        }),
      );
      if (taken?.failures === failuresAtMost)
        await needs.securityNotices.disabled(account.person, 'recovery-codes');
    }
  };

async function find(
  { recoveryCodes }: FindNeeds,
  { person }: Account,
  typed: string,
): Promise<RecoveryCodeParts | undefined> {
  const code = readRecoveryCode(typed);
  if (!code) return undefined;
  const given = recoveryCodeParts(person, code);
  const verifier = await recoveryCodes.find(person, given.lookup);
  return verifier && timingSafeEqual(verifier, given.verifier) ? given : undefined;
}
