import { days, limitsOf } from '../../../kernel/index.ts';

const aDay = { within: days(1) } as const;
const otherwise =
  'another phone, the same tomorrow, or to say that they have no phone: a trained person looks.';

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
  /** As many as texts, and as many slips again: enough for somebody's own phones, too few to sort numbers by their kind. */
  'line-asked': {
    most: 12,
    ...aDay,
    counts: 'carriers asked whether a number is a landline, before a text is sent to it',
    by: 'person',
    stranger: 'Nothing.',
    owner: 'Everything: the text is sent without asking.',
  },
  /**
   * From everybody together, so that nobody's phone is made a nuisance. Each who uses up one of these needs an account, a
   * case and its photos for it.
   */
  'to-a-number': {
    most: 20,
    ...aDay,
    counts: 'people who have a number texted to prove a phone account',
    by: 'number, from all people whose phone it is not known to be',
    stranger: 'From twenty accounts, each with a case and its photos: use it up for a day.',
    owner: `Where the phone gets the account’s codes: all that is theirs. Elsewhere: ${otherwise}`,
  },
  'to-a-number-again': {
    most: 10,
    ...aDay,
    counts: 'further texts to a number that somebody had texted already',
    by: 'number, from all people whose phone it is not known to be',
    stranger: 'From two accounts: use it up for a day.',
    owner: `The first text is not counted here. And where the phone gets the account’s codes, none is. Elsewhere: ${otherwise}`,
  },
});
