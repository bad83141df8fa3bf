import type { Transact } from '../../kernel/index.ts';
import type { Accounts } from '../../modules/accounts/index.ts';
import type { Agencies } from '../../modules/agencies/index.ts';
import type { AuditLog } from '../../modules/audit/index.ts';
import type { Authentication } from '../../modules/authentication/index.ts';
import type { Federation } from '../../modules/federation/index.ts';
import type { PersonalDataOffice } from '../../modules/personal-data/index.ts';
import type { Proofing } from '../../modules/proofing/index.ts';
import type { Vault } from '../../modules/vault/index.ts';

/** What the account's pages are made from; each section names the few that it takes with `Pick`. */
export interface AccountNeeds {
  readonly authentication: Authentication;
  readonly accounts: Accounts;
  readonly audit: Pick<AuditLog, 'about'>;
  readonly agencies: Pick<Agencies, 'find'>;
  readonly federation: Federation;
  readonly proofing: Pick<Proofing, 'currentCase' | 'identityOf' | 'startAgain'>;
  readonly transact: Transact;
  readonly personalData: PersonalDataOffice;
  readonly vault: Pick<Vault, 'read'>;
}
