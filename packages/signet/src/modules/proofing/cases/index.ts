export { isGone, type LiveCase, ownerOf, recovers, type StoredCase } from './case.ts';
export { addressOf, isMailable, needDocument, needSsn, type ReadDocument } from './case-contents.ts';
export {
  type CaseView,
  isAtDecision,
  mayAnswer,
  type NotNow,
  type PhotoNote,
  viewOf,
} from './case-view.ts';
export { type Cases, createCases } from './cases.ts';
export { withAnswers } from './change-case.ts';
export {
  type CallBackLetters,
  type CaseStore,
  type ImageStore,
  type JobQueue,
  type Notices,
  type PostalAddress,
  type ProofingNotice,
  proofingJobNames,
  type SubjectOf,
} from './ports.ts';
export { type CaseKeys, postgresCases } from './postgres-cases.ts';
export { postgresImages } from './postgres-images.ts';
export { type SeenEvidence, seenKinds } from './seen-evidence.ts';
export { caseDefaults } from './settings.ts';
export { createCase, startAgain, startCase } from './start-case.ts';
export { type SubmitError, submitCase } from './submit-case.ts';
export { sweepCases } from './sweep-cases.ts';
export { withdrawCase } from './withdraw-case.ts';
