export { faceAlgorithm, movementAlgorithm } from './algorithms.ts';
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
  FaceTemplate,
  FollowedFace,
  Following,
  FoundPortrait,
} from './face.ts';
export { judgeSimilarity } from './judge-similarity.ts';
export { cosine as similarityOf } from './providers/face-embedding.ts';
export { createFaceSearch } from './providers/face-search.ts';
export { createFaceTemplates, type FaceTemplates } from './providers/face-templates.ts';
export { createFaceMatcher } from './providers/onnx-face-matcher.ts';
