export {
  type Circuits,
  createCircuits,
  type NotAnswered,
  type OfficeName,
  postgresCircuits,
} from './circuits/index.ts';
export {
  type CodeBy,
  type CodePhone,
  type CodePhoneProblem,
  codePhoneOf,
  parseCodePhone,
} from './code-phone.ts';
export { type Authorities, openAuthorities } from './open-authorities.ts';
export { type PhoneNumber, type PhoneNumberProblem, parsePhoneNumber, phoneLast4 } from './phone-number.ts';
export {
  type ElementMatch,
  elementMatches,
  type MotorVehicleAnswer,
  matchedElements,
  type PassportAnswer,
  type PhoneCarrierAnswer,
  type PhoneLineAnswer,
  type PhoneLines,
  passportElements,
  type RecordAuthorities,
  type RecordsUnavailable,
  type SocialSecurityAnswer,
} from './ports.ts';

export { type NumberProfile, parseTaxpayerNumber, type Ssn, type SsnProblem, ssnLast4 } from './ssn.ts';
