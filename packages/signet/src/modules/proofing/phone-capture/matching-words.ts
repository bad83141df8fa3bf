import { createHash } from 'node:crypto';

/** How many words there are to choose from, in every language. */
export const matchingWordCount = 64;

/** Which two words, by their place in the list, stand on both screens: they follow from the link and are no secret. */
export type MatchingWords = readonly [number, number];

export function matchingWordsOf(link: string): MatchingWords {
  const digest = createHash('sha256').update(`phone-capture words 1/${link}`).digest();
  const first = digest.readUInt16BE(0) % matchingWordCount;
  const other = digest.readUInt16BE(2) % (matchingWordCount - 1);
  return [first, other < first ? other : other + 1]; // never the same word twice
}
