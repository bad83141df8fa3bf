export { createSession, type SessionRoom } from './create-session.ts';
export { deviceContext, type KnownDevices } from './known-devices.ts';
export {
  asConfirmed,
  askMore,
  type ConfirmedSignUp,
  challengePrefix,
  confirmedFor,
  confirmedSignUp,
  emailUnderWay,
  moreIsAsked,
  type PendingEmail,
  pendingKeys,
  type Recovered,
  readPendingEmail,
  recoveredFor,
  recoveredFrom,
  recoveryContact,
  recoveryEmail,
  recoveryKeys,
  recoveryUnderWay,
  type UnderWay,
} from './pending.ts';
export type { EndAtAgencies } from './ports.ts';
export { postgresKnownDevices } from './postgres-known-devices.ts';
export { postgresSessions } from './postgres-sessions.ts';
export type { NotifyOfNewCountry } from './record-new-network.ts';
export type {
  AuthenticationEvent,
  Presence,
  Session,
  Sessions,
  SessionView,
} from './session.ts';
export { withEvent } from './session-contents.ts';
export {
  DuplicateSubmission,
  isSessionGone,
  type NotNow,
  notNowWhenSessionEnded,
  sessionGone,
  unlessDuplicateSubmission,
  wentOnElsewhere,
} from './session-ended.ts';
export type { Circumstances, Source } from './session-origin.ts';
export { originContext } from './session-origin.ts';
