import type { Accounts } from '../../modules/accounts/index.ts';
import type { Authentication } from '../../modules/authentication/index.ts';
import type { Federation } from '../../modules/federation/index.ts';
import type { Proofing } from '../../modules/proofing/index.ts';

/** What the account's pages are made from; each section names the few that it takes with `Pick`. */
export interface AccountDeps {
  readonly authentication: Authentication;
  readonly accounts: Accounts;
  readonly federation: Federation;
  readonly proofing: Pick<Proofing, 'identityOf'>;
}
