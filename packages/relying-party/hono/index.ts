export { type AgencyEnv, type AgencySignInOptions, createAgencySignIn } from './agency-sign-in.ts';
export type { Session, SessionLimits } from './browser-session.ts';
export { postgresSessionStore, sessionTables } from './postgres-session-store.ts';
export type { SessionStore, StoredSession } from './session-store.ts';
