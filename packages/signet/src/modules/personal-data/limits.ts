import { days, limitsOf } from '../../kernel/index.ts';

export const downloadLimits = limitsOf('download', {
  /** Each sends a mail to every address. */
  'a-day': {
    most: 10,
    within: days(1),
    counts: 'files of all personal data',
    by: 'person',
    stranger: 'Nothing.',
    owner: 'The pages of the account, which show the same.',
  },
});
