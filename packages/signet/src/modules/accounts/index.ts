import { type Accounts, type AccountsDeps, accountsIn } from './accounts.ts';
import { type AccountPersonalData, accountPersonalData } from './personal-data.ts';
import { postgresAccounts } from './postgres-accounts.ts';
import { postgresAddresses } from './postgres-addresses.ts';
import { postgresPersons } from './postgres-personal-data.ts';

export type { Account } from './account.ts';
export type { Accounts, AccountsDeps } from './accounts.ts';
export { addressesAtMost, type OwnAddress } from './addresses.ts';
export { type EmailAddress, maskAddress, parseEmailAddress } from './email-address.ts';
export { createAuditRefOf } from './name-in-audit.ts';
export type { AccountPersonalData } from './personal-data.ts';

export const createAccounts = (deps: AccountsDeps): Accounts =>
  accountsIn(deps, postgresAccounts(deps.db), postgresAddresses(deps.db));

export const createAccountPersonalData = (deps: Pick<AccountsDeps, 'db' | 'kms'>): AccountPersonalData =>
  accountPersonalData(postgresPersons(deps.db), deps.kms);
