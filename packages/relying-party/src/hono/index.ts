export { type AgencyEnv, type AgencySignInOptions, createAgencySignIn } from './agency-sign-in.ts';
export type { Session, SessionLimits } from './browser-session.ts';
export { describeFault } from './describe-fault.ts';
export { agencyHeaders } from './headers.ts';
export { languageChoice } from './language.ts';
export { type Listening, listen } from './listen.ts';
export { postgresSessionStore, sessionTables } from './postgres-session-store.ts';
export type { SessionStore, StoredSession } from './session-store.ts';
export { type StaticFile, serveStaticFiles, sessionClock, staticFile } from './static-file.ts';
