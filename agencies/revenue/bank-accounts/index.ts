export { accountName } from './account-name.ts';
export type { BankAccount } from './bank-account.ts';
export { bankAccountRoutes } from './bank-account-routes.tsx';
export { changeBankAccounts } from './change-bank-accounts.ts';
export { type BankAccounts, postgresBankAccounts } from './postgres-bank-accounts.ts';
