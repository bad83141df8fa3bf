import { days, limitsOf } from '../../kernel/index.ts';

export const caseLimits = limitsOf('proofing-submitted', {
  /** Room for every honest retry (each photo, the selfie, the SSN), too few to try data out. */
  'a-day': {
    most: 6,
    within: days(1),
    counts: 'cases sent in to be checked, and so the jobs that check them',
    by: 'person',
    stranger: 'Nothing.',
    owner: 'The same tomorrow.',
  },
});
