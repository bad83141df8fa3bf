import { expect, it } from 'vitest';
import { matchingWordCount } from '../../../modules/proofing/index.ts';
import { words } from '../../locales/index.ts';

it.each(['en', 'es'] as const)('there is a word for every place, and none twice, in %s', (lang) => {
  const { matching } = words(lang).proofing.phoneCapture;
  expect(new Set(matching).size).toBe(matchingWordCount);
  expect(matching.length).toBe(matchingWordCount);
});
