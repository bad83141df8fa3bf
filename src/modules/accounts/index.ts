import { type Accounts, type AccountsDeps, keepingAccounts } from './accounts.ts';
import { postgresAccounts } from './postgres-accounts.ts';

export type { Account } from './account.ts';
export type { Accounts, AccountsDeps } from './accounts.ts';
export { type EmailAddress, parseEmailAddress } from './email-address.ts';

export const createAccounts = (deps: AccountsDeps): Accounts =>
  keepingAccounts(deps, postgresAccounts(deps.db));
