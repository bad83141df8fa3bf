import { expect, it } from 'vitest';
import { judgeSimilarity } from './index.ts';

it.each([
  [1, 'one-picture'],
  [0.95, 'one-picture'],
  [0.9499, 'accept'],
  [0.5, 'accept'],
  [0.4999, 'review'],
  [0.25, 'review'],
  [0.2499, 'reject'],
  [-1, 'reject'],
  [Number.NaN, 'reject'],
])('A15: one fixed threshold for everyone: %f is %s', (similarity, judgment) => {
  expect(judgeSimilarity(similarity)).toBe(judgment);
});
