import { limitsOf } from '../../../kernel/index.ts';

/** Decoding is the most that one request costs the machine. */
export const decodingLimits = limitsOf('photo-decoding', {
  /** Two of the largest take some 300 MB and both cores of a small server; an ordinary photo waits a quarter second. */
  'at-once': {
    most: 2,
    counts: 'photos being decoded',
    by: 'process, for all people; those that wait have their turns in rotation',
    stranger: 'Make them wait for one photo of each stranger who sends some.',
    owner: 'Everything: their turn comes right after those.',
  },
  'at-once-each': {
    most: 1,
    counts: 'photos being decoded',
    by: 'person, in a process',
    stranger: 'Nothing.',
    owner: 'Everything.',
  },
  /** Two sides and a face, and one sent twice. Each holds a request and up to 15 MB. */
  'waiting-each': {
    most: 4,
    counts: 'photos that wait to be decoded; one more is refused at once',
    by: 'person, in a process',
    stranger: 'Nothing.',
    owner: 'The same a moment later.',
  },
});

/** Looking at a photo while its sender waits. Past these it is taken and judged later, with the rest of the case. */
export const judgingLimits = limitsOf('photo-judging', {
  'at-once': {
    most: 1,
    counts: 'photos being looked at, a second of one processor each',
    by: 'process, for all people; those that wait have their turns in rotation',
    stranger: 'Make them wait for one photo of each stranger who sends some.',
    owner: 'Everything: their turn comes right after those.',
  },
  waiting: {
    most: 8,
    counts: 'photos that wait to be looked at; one more is taken unseen',
    by: 'process, for all people',
    stranger: 'With photos from three accounts at once: have the owner told later what is wrong with theirs.',
    owner: 'Everything. The checks find the same.',
  },
  'waiting-each': {
    most: 2,
    counts: 'photos that wait to be looked at; one more is taken unseen',
    by: 'person, in a process',
    stranger: 'Nothing.',
    owner: 'Everything. The checks find the same.',
  },
});
