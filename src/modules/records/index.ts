export type {
  ElementMatch,
  MatchedElement,
  MotorVehicleAnswer,
  MotorVehicleQuery,
  MotorVehicleRecords,
  RecordsUnavailable,
  SocialSecurityAnswer,
  SocialSecurityQuery,
  SocialSecurityRecords,
} from './ports.ts';
export { matchedElements } from './ports.ts';
export type { AuthoritySettings } from './providers/ask-authority.ts';
export { createHttpMotorVehicles } from './providers/http-motor-vehicles.ts';
export { createHttpSocialSecurity } from './providers/http-social-security.ts';
export { type NumberProfile, parseSsn, type Ssn, type SsnProblem, ssnLast4 } from './ssn.ts';
