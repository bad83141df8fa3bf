import { days, limitsOf } from '../../../kernel/index.ts';

export const mailedCodeLimits = limitsOf('proofing-mailed-code', {
  /** In the 21 days of a code: a hundred guesses in a hundred million. */
  wrong: {
    most: 5,
    within: days(1),
    counts: 'wrong codes typed in place of one that was mailed',
    by: 'person',
    stranger: 'Nothing.',
    owner: 'The same tomorrow.',
  },
  /** A case has three; who withdraws and begins again has some left. */
  letters: {
    most: 6,
    within: days(60),
    counts: 'letters with a code',
    by: 'person',
    stranger: 'Nothing.',
    owner: 'The face check, or a trained person.',
  },
  /** So that nobody's letter box is filled from many accounts. */
  'to-a-holder': {
    most: 6,
    within: days(60),
    counts: 'letters with a code to the holder of one document',
    by: 'document, over all accounts',
    stranger: 'With the document, and all that its issuer and social security bear out: use it up.',
    owner: 'The face check, or a trained person.',
  },
});
