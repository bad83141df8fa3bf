export { phoneAccount } from './phone-account.ts';
