export {
  drawMovements,
  judgeMovement,
  looksStraight,
  type Movement,
  movements,
} from './challenge/index.ts';
export type {
  FaceComparison,
  FaceMatcher,
  FaceProblem,
  FollowedFace,
  Following,
  FoundPortrait,
} from './face.ts';
export { judgeSimilarity } from './judge-similarity.ts';
export { createFaceSearch } from './providers/face-search.ts';
export { createFaceMatcher } from './providers/onnx-face-matcher.ts';
