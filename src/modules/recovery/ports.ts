import type { Clock, PersonId, Transact } from '../../kernel/index.ts';
import type { Accounts } from '../accounts/index.ts';
import type { AuditLog } from '../audit/index.ts';
import type { Authentication } from '../authentication/index.ts';
import type { Notices } from '../notices/index.ts';
import type { Database } from './postgres-recoveries.ts';

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
    'recovering' | 'undoing' | 'undoEmailChange' | 'authenticators' | 'passkeys'
  >;
  /** Whether there is a proven identity to prove again. */
  isProven(person: PersonId): Promise<boolean>;
}
