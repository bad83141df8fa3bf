export {
  type Answers,
  answersSchema,
  asCardSays,
  type CameraSignal,
  cameraSignals,
  isWhole,
  isWithoutFace,
  type LiveSelfie,
  liveSelfieOf,
  noAnswers,
  type PhoneAnswer,
  type PhoneCodeAnswer,
  type PhotoAnswer,
} from './answers.ts';
export {
  type Decision,
  decisionSchema,
  type ReasonCode,
  reasonsSchema,
  waivedByComparison,
} from './decision.ts';
export { afterChange, askAgain, courseOf, currentStep, type FlowState, flow, openSteps } from './flow.ts';
export {
  type AnswerStep,
  type Course,
  type DocumentNotTaken,
  documentChoices,
  type PhotoRole,
  photoRoles,
  photosOf,
  type Required,
  type Stage,
  type StepName,
  stepNames,
  stepsOf,
} from './steps.ts';
