import { similaritySettings } from './settings.ts';

export type SimilarityJudgment = 'one-picture' | 'accept' | 'review' | 'reject';

/**
 * What one similarity (cosine, -1..1) says on its own: `accept` from 0.5, `review` (a person looks, or another
 * pathway) from 0.25, below that `reject`; from 0.95 `one-picture`: too alike for two photographs. The same fixed
 * thresholds for everyone (A15). Not a number: `reject`.
 */
export function judgeSimilarity(similarity: number): SimilarityJudgment {
  if (similarity >= similaritySettings.onePicture) return 'one-picture';
  if (similarity >= similaritySettings.accept) return 'accept';
  return similarity >= similaritySettings.review ? 'review' : 'reject';
}
