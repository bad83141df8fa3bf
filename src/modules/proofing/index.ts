export type { ProofingStores } from './case-store.ts';
export { createProofing } from './create-proofing.ts';
export type { Decision, ReasonCode } from './decision.ts';
export type {
  JobQueue,
  Notices,
  PhotoIntake,
  PostalAddress,
  ProofingDeps,
  ProofingNotice,
  SubjectOf,
} from './ports.ts';
export { createPostgresProofingStores } from './postgres-store.ts';
export {
  type AddPhotoError,
  type CaseView,
  type NotNow,
  type PhotoNote,
  type Progress,
  type Proofing,
  type ProvenIdentity,
  proofingJobs,
  type ReviewCase,
  type SettleError,
  type StageState,
  type SubmitError,
} from './proofing.ts';
export type { EvidenceFacts, ProofingFacts } from './proofing-facts.ts';
export { type ProofingNumbers, type ProofingSettings, proofingDefaults } from './settings.ts';
export {
  type AnswerStep,
  type DocumentChoice,
  documentChoices,
  type PhotoRole,
  type Required,
  type StepName,
  stepNames,
} from './steps.ts';
export { type VerifiedIdentity, verifiedIdentity } from './verified-identity.ts';
