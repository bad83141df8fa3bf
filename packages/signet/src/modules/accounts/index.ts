import { type Accounts, type AccountsNeeds, accountsIn } from './accounts.ts';
import { type AccountPersonalData, accountPersonalData } from './personal-data.ts';
import { postgresAccounts } from './postgres-accounts.ts';
import { postgresAddresses } from './postgres-addresses.ts';
import { postgresPersons } from './postgres-personal-data.ts';

export type { Account } from './account.ts';
export type { Accounts, AccountsNeeds } from './accounts.ts';
export { addressesAtMost, type OwnAddress } from './addresses.ts';
export { type EmailAddress, maskAddress, parseEmailAddress } from './email-address.ts';
export { createAuditRefOf } from './name-in-audit.ts';
export type { AccountPersonalData } from './personal-data.ts';

export const createAccounts = (needs: AccountsNeeds): Accounts =>
  accountsIn(needs, postgresAccounts(needs.db), postgresAddresses(needs.db));

export const createAccountPersonalData = (needs: Pick<AccountsNeeds, 'db' | 'kms'>): AccountPersonalData =>
  accountPersonalData(postgresPersons(needs.db), needs.kms);
