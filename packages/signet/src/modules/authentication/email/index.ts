export { createEmail } from './create-email.ts';
export type { Email } from './email.ts';
export type { EmailLimits } from './email-limits.ts';
export type { EmailedCodes, MadeCode } from './emailed-codes.ts';
export type * from './outcomes.ts';
export { postgresConfirmations } from './postgres-confirmations.ts';
