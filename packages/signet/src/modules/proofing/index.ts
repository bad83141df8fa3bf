export { createProofing } from './create-proofing.ts';
export type { Decision, ReasonCode } from './decision.ts';
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
export type { ProofingFacts } from './proofing-facts.ts';
export {
  asPending,
  type Recovery,
  recoveringSubject,
} from './proving-again.ts';

export { type SeenEvidence, seenKinds } from './seen-evidence.ts';
export {
  type DocumentChoice,
  documentChoices,
  type PhotoRole,
  type Required,
  type StepName,
  stepNames,
} from './steps.ts';
export { type VerifiedIdentity, verifiedIdentity } from './verified-identity.ts';
