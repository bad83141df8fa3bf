import type { Redacted, Result } from '../../../kernel/index.ts';
import type { Presence, Source } from '../session/index.ts';
import type { IssueRecoveryCodesError, UseRecoveryCodeError } from './outcomes.ts';

export interface IssuedRecoveryCodes {
  readonly presence: Presence;
  readonly codes: readonly Redacted<string>[];
  readonly openVault: boolean;
}

/** Codes that a person keeps on paper (B14). */
export interface RecoveryCodes {
  /** Ten codes, shown once; earlier ones stop working (B14). `openVault` tells whether each opens the vault. */
  issue(presence: Presence): Promise<Result<IssuedRecoveryCodes, IssueRecoveryCodesError>>;
  /**
   * In the place of a second factor, after the password (B15: a recovery code and a bound single factor); or by
   * somebody signed in, to open the vault.
   */
  use(
    presence: Presence,
    input: { readonly code: string; readonly source: Source },
  ): Promise<Result<Presence, UseRecoveryCodeError>>;
}
