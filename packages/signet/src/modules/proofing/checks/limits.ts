import { days, limitsOf } from '../../../kernel/index.ts';

const row = {
  within: days(1),
  counts: 'questions to the offices that keep licenses and SSNs which were not answered with yes',
  stranger: 'With a card forged from the owner’s data: use it up for a day.',
  owner: 'A trained person looks at the same evidence, whatever the offices would have said.',
} as const;

/**
 * Whoever holds somebody's data, on a forged card, could try that person's SSN out, two numbers an account (A22). So it is
 * counted by what is asked about, over all accounts: as often as one honest person may need. Past that nobody is asked, and the answer is the
 * same as to a wrong number.
 */
export const recordLimits = limitsOf('record-not-confirmed', {
  document: { most: 3, by: 'issuer and number of the document, from all accounts', ...row },
  identity: { most: 3, by: 'name and birth date, from all accounts', ...row },
});
