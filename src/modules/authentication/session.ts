import type { PersonId } from '../../kernel/index.ts';

/** One authenticator used and inspected, as the session remembers it (B10, B12). */
export interface AuthenticationEvent {
  readonly method: 'password' | 'totp' | 'passkey' | 'recovery-code';
  readonly at: Date;
  readonly userVerified?: boolean; // passkeys: the UV flag as it came
  readonly backupEligible?: boolean; // passkeys: a syncable key caps at AAL2 (B2)
}

/** What a browser is remembered by. Before sign-in `person` is absent. */
export interface Session {
  readonly id: string; // hash of the cookie's id: safe to log
  readonly person?: PersonId;
  readonly events: readonly AuthenticationEvent[];
  readonly aal: 0 | 1 | 2 | 3;
  readonly phishingResistant: boolean;
  readonly authenticatedAt?: Date;
  readonly createdAt: Date;
  readonly expiresAt: Date; // the nearer of idle and absolute limits (B11)
  readonly opensVault: boolean;
  /** What a journey under way needs to remember; at rest it is encrypted under the cookie's secret. */
  readonly pending: Readonly<Record<string, unknown>>;
}
