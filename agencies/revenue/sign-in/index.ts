export { separateSessions } from './separate-sessions.ts';
export { createRevenueSignIn, type RevenueSession, type RevenueSignIn } from './sign-in.ts';
export type { SignetStatement } from './signet-statement.ts';
