import { similaritySettings } from './settings.ts';

export type SimilarityJudgment = 'accept' | 'review' | 'reject';

/**
 * What one similarity (cosine, -1..1) says on its own: `accept` from 0.5, `review` (a person looks, or another
 * pathway) from 0.25, below that `reject`. One fixed threshold for everyone (A15). Not a number: `reject`.
 */
export function judgeSimilarity(similarity: number): SimilarityJudgment {
  if (similarity >= similaritySettings.accept) return 'accept';
  return similarity >= similaritySettings.review ? 'review' : 'reject';
}
