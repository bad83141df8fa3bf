import { limitsOf, minutes } from '../../kernel/index.ts';

export const ssnIndexLimits = limitsOf('ssn-look-up', {
  /** Far above honest use, far below a search of the number space. */
  'a-minute': {
    most: 600,
    within: minutes(1),
    counts: 'questions whether an SSN has an account',
    by: 'deployment: each comes after a document, a face and two offices were passed',
    stranger: 'Nothing: 600 forged people a minute would be needed.',
    owner: 'The same a minute later, by itself.',
  },
});
