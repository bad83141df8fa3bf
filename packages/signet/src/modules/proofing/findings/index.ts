export {
  type CheckName,
  type CurrentFindings,
  type DocumentFinding,
  type FaceFinding,
  type Finding,
  type FindingOf,
  isAddressValidated,
  isConfirmedByIssuer,
  isMailingAddressConfirmed,
  isPhoneConfirmed,
  type KeptFinding,
  type Liveness,
  type MotorVehiclesFinding,
  type PassportOfficeFinding,
  type PhoneFinding,
  type PortraitFinding,
  type SocialSecurityFinding,
} from './findings.ts';
export { checksOf, currentFindings, inputsOf } from './inputs.ts';
export type { FindingStore } from './ports.ts';
export { postgresFindings } from './postgres-findings.ts';
