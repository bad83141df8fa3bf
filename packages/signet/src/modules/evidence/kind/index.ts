export type { CaptureSlot, PhotoSlot } from './capture-slot.ts';
export type { AccountDefinition, DocumentDefinition, EvidenceDefinition } from './evidence-kind.ts';
export { judgeAtOnce } from './judge-at-once.ts';
export {
  anotherDocumentProblems,
  type FacesSeen,
  type PhotoLook,
  type PhotoProblem,
  type PhotoSeen,
  photoProblems,
  unusableProblems,
  withoutCardType,
} from './quick-look.ts';
