export type { FaceComparison, FaceMatcher, FaceProblem } from './face.ts';
export { judgeSimilarity } from './judge-similarity.ts';
export { createFaceSearch } from './providers/face-search.ts';
export { createFaceMatcher } from './providers/onnx-face-matcher.ts';
