import { days, limitsOf } from '../../../kernel/index.ts';

const aDay = { within: days(1) } as const;

export const phoneAccountLimits = limitsOf('proofing-phone-code', {
  /** Across codes sent again, numbers and cases: five guesses in a million. */
  wrong: {
    most: 5,
    ...aDay,
    counts: 'wrong codes that were texted to prove a phone account',
    by: 'person',
    stranger: 'Nothing.',
    owner: 'To say that they have no phone: a trained person looks.',
  },
  /** A slip in the number, a lost message, another phone. */
  'to-a-person': {
    most: 6,
    ...aDay,
    counts: 'texts to prove a phone account',
    by: 'person',
    stranger: 'Nothing.',
    owner: 'To say that they have no phone: a trained person looks.',
  },
  /** From everybody together, so that nobody's phone is made a nuisance. */
  'to-a-number': {
    most: 10,
    ...aDay,
    counts: 'texts to prove a phone account',
    by: 'number, from all people',
    stranger: 'From several accounts: use it up, so that this number proves nothing for a day.',
    owner: 'The same tomorrow, another phone of theirs, or none: then a trained person looks.',
  },
});
