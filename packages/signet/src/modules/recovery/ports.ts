import type { Clock, Database, PersonId, Transact, Tx } from '../../kernel/index.ts';
import type { Accounts } from '../accounts/index.ts';
import type { AuditLog } from '../audit/index.ts';
import type { Authentication } from '../authentication/index.ts';
import type { Notices } from '../notices/index.ts';

/** The part of the KMS that keeps where a claimant is written to. */
export interface CaseKeys {
  wrap(key: 'contact', plaintext: Uint8Array, context: string): Promise<Buffer>;
  unwrap(key: 'contact', wrapped: Uint8Array, context: string): Promise<Buffer>;
}

export interface RecoverySettings {
  /** Origin that people see; links in mails lead there. */
  readonly origin: string;
  /** Milliseconds in which an agent's approval can be stopped by whoever reads the account's mail. */
  readonly waitBeforeRecovery: number;
}

/** All that recovery needs from the rest of the house. */
export interface RecoveryDeps {
  readonly db: Database;
  readonly transact: Transact;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly accounts: Accounts;
  readonly notices: Notices;
  readonly authentication: Pick<
    Authentication,
    'session' | 'recovering' | 'undoing' | 'email' | 'authenticators' | 'passkey'
  >;
  readonly kms: CaseKeys;
  readonly settings: RecoverySettings;
  /** Whether there is a proven identity to prove again. */
  isProven(person: PersonId): Promise<boolean>;
  /** Ends the person's sessions at every agency, and has each told. */
  endAtAgencies(tx: Tx, person: PersonId): Promise<void>;
}
