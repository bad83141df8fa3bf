export type { Decision, ReasonCode } from './decision.ts';
export {
  type AnswerStep,
  type DocumentChoice,
  documentChoices,
  type PhotoRole,
  type StepName,
  stepNames,
} from './flow.ts';
export type {
  DecideIal,
  JobQueue,
  Notices,
  PhotoIntake,
  PostalAddress,
  ProofingFacts,
  ProofingNotice,
  SsnIndex,
  Subjects,
  ValidatedAttribute,
  Validation,
} from './ports.ts';
export {
  type AddPhotoError,
  type CaseView,
  type NotNow,
  type PhotoNote,
  type Progress,
  type Proofing,
  type ProvenIdentity,
  proofingJobs,
  type Required,
  type ReviewCase,
  type StageState,
  type SubmitError,
} from './proofing.ts';
export { type VerifiedIdentity, verifiedIdentity } from './verified-identity.ts';
