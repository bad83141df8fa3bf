import type { Clock, Database, PersonalData, PersonId, Transact } from '../../kernel/index.ts';
import type { AccountPersonalData, Accounts } from '../accounts/index.ts';
import type { AuditLog } from '../audit/index.ts';
import type { Sessions } from '../authentication/index.ts';
import type { Federation } from '../federation/index.ts';
import type { Notices } from '../notices/index.ts';
import type { Quotas } from '../quotas/index.ts';
import type { Vault } from '../vault/index.ts';

/** Why a deletion waits longer than its day (decision 19). */
export type Hold = 'suspended' | 'in-recovery';

export interface PersonalDataNeeds {
  readonly db: Database;
  readonly transact: Transact;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly notices: Notices;
  readonly quotas: Quotas;
  readonly vault: Pick<Vault, 'read' | 'change'>;
  readonly accounts: Pick<Accounts, 'get' | 'noticeAddresses'>;
  /** The account itself, which goes last: with it goes who the audit log is about. */
  readonly account: AccountPersonalData;
  /** Everybody else who keeps something of a person. */
  readonly others: readonly PersonalData[];
  readonly sessions: Pick<Sessions, 'endAll'>;
  readonly agencySessions: Pick<Federation['everywhere'], 'end'>;
  /** Somebody is at work on the account, or says that it was taken from them. */
  readonly isInRecovery: (person: PersonId) => Promise<boolean>;
  readonly settings: {
    readonly origin: string;
    /** How long a person may still keep their account, in milliseconds. */
    readonly waitBeforeDeletion: number;
  };
}
