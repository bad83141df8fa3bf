export type {
  MotorVehicleAnswer,
  MotorVehicleRecords,
  RecordsUnavailable,
  SocialSecurityAnswer,
  SocialSecurityRecords,
} from './ports.ts';

export { createHttpMotorVehicles } from './providers/http-motor-vehicles.ts';
export { createHttpSocialSecurity } from './providers/http-social-security.ts';
export { type NumberProfile, parseSsn, type Ssn, type SsnProblem, ssnLast4 } from './ssn.ts';
