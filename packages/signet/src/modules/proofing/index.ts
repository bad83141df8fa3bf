export type { AddPhotoError, PhotographedPart } from './answers/index.ts';
export {
  type CaseView,
  type NotNow,
  type PhotoNote,
  type ProofingNotice,
  type SeenEvidence,
  type SubmitError,
  seenKinds,
} from './cases/index.ts';
export type { Progress } from './checks/index.ts';
export { createProofing } from './create-proofing.ts';
export {
  type AutomatedVerdict,
  type DocumentTrial,
  judgeDocumentPhotos,
  movementsAsked,
  showsMovements,
  unreadFields,
} from './evaluation/index.ts';
export {
  type Decision,
  type DocumentNotTaken,
  documentChoices,
  type PhotoRole,
  photoRoles,
  photosOf,
  type ReasonCode,
  type Required,
  type StepName,
  stepNames,
} from './flow/index.ts';
export {
  type DryRun,
  dryRun,
  fraudPolicy,
  policySchema,
  postgresSignals,
} from './fraud/index.ts';
export type { ProofingFacts, ProvenIdentity } from './identity/index.ts';
export { proofingJobs } from './jobs.ts';
export {
  type BeginError,
  type FrameAnswer,
  type FrameError,
  type FrameSender,
  frameLimits,
  type LiveStep,
} from './live-selfie/index.ts';
export type { LetterError, MailedCodeError } from './mailed-code/index.ts';
export {
  afterRefusal,
  type Have,
  havesIn,
  type MissingThing,
  type Offers,
  type Path,
  type Plan,
  planPaths,
  type Situation,
  situations,
  stuckAt,
  type Wait,
} from './paths/index.ts';
export type { PhoneCodeError, PhoneError, TextError } from './phone-account/index.ts';
export {
  type AtPhone,
  type LinkOver,
  matchingWordCount,
  type PhoneLinkView,
  type PhoneTokens,
  type StandingAtPhone,
} from './phone-capture/index.ts';
export type { ProofingNeeds } from './ports.ts';
export { proofingPersonalData } from './postgres-personal-data.ts';
export { createPostgresProofingStores } from './postgres-store.ts';
export type { Proofing } from './proofing.ts';
export { asPending, type Recovery, recoveryIn } from './repeated-proofing/index.ts';
export type { ReviewCase } from './review/index.ts';
export {
  type Figures,
  type FiguresLine,
  type FigureTable,
  figuresOf,
  figureTables,
  lastDays,
  postgresPassages,
  type SeenFrom,
  wholeWeeks,
} from './scoreboard/index.ts';
export { tellOfProofing } from './tell-of-proofing.ts';
