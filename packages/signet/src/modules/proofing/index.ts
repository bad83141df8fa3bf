export { createProofing } from './create-proofing.ts';
export type { Decision, ReasonCode } from './flow/decision.ts';
export {
  type DocumentChoice,
  documentChoices,
  type PhotoRole,
  type Required,
  type StepName,
  stepNames,
} from './flow/steps.ts';
export type { ProofingFacts } from './identity/proofing-facts.ts';
export type {
  Notices,
  ProofingDeps,
  ProofingNotice,
} from './ports.ts';
export { proofingPersonalData } from './postgres-personal-data.ts';
export { createPostgresProofingStores } from './postgres-store.ts';
export {
  type AddPhotoError,
  type CaseView,
  type NotNow,
  type PhoneCodeError,
  type PhoneError,
  type PhotoNote,
  type Progress,
  type Proofing,
  type ProvenIdentity,
  proofingJobs,
  type ReviewCase,
  type SubmitError,
  type TextError,
} from './proofing.ts';
export {
  asPending,
  type Recovery,
  recoveringSubject,
} from './repeated-proofing/recovery.ts';
export { type SeenEvidence, seenKinds } from './review/seen-evidence.ts';
