export { createEmail } from './create-email.ts';
export type { Email } from './email.ts';
export {
  emailCodeHash,
  emailCodeLifetime,
  emailCodeMatches,
  emailCodeTries,
  emailDuplicateWithin,
  newEmailCode,
} from './email-code.ts';
export type { EmailLimits } from './email-limits.ts';
export type * from './outcomes.ts';
export { type ConfirmationStore, postgresConfirmations } from './postgres-confirmations.ts';
