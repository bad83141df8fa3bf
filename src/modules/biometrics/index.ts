export type { FaceComparison, FaceMatcher, FaceProblem, FaceTemplate, FoundFace } from './face.ts';
export { judgeSimilarity, type SimilarityJudgement } from './judge-similarity.ts';
export { createFaceMatcher } from './providers/onnx-face-matcher.ts';
export { faceSettings, similaritySettings } from './settings.ts';
