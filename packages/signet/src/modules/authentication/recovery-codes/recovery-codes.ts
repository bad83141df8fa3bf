import type { Redacted, Result } from '../../../kernel/index.ts';
import type { Presence, Source } from '../session/index.ts';
import type { IssueRecoveryCodesError, UseRecoveryCodeError } from './outcomes.ts';

export interface IssuedRecoveryCodes {
  readonly presence: Presence;
  readonly codes: readonly Redacted<string>[];
  readonly openVault: boolean;
}

/** What a session keeps of new codes, of the codes. */
export type KeepCodes = (codes: readonly string[]) => Readonly<Record<string, unknown>>;

/** Codes that a person keeps on paper (B14). */
export interface RecoveryCodes {
  /**
   * Ten codes, shown once; earlier ones stop working (B14). `openVault` tells whether each opens the vault. `keep`: what the session
   * keeps of them until they were shown, in the same transaction.
   */
  issue(presence: Presence, keep?: KeepCodes): Promise<Result<IssuedRecoveryCodes, IssueRecoveryCodesError>>;
  /**
   * In the place of a second factor, after the password (B15: a recovery code and a bound single factor); or by
   * somebody signed in, to open the vault.
   */
  use(
    presence: Presence,
    input: { readonly code: string; readonly source: Source },
  ): Promise<Result<Presence, UseRecoveryCodeError>>;
}
